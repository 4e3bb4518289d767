// Runs in the measured page: taps the second choice as soon as it can be tapped; notes when it stands as chosen, and when
// the next question stands there.
{
  let asked = null;
  const look = () => {
    const heading = document.querySelector('h1')?.textContent;
    const choice = document.querySelector('[data-choice="2"]:enabled');
    if (choice && !asked) {
      asked = heading;
      choice.click();
    }
    if (asked && document.querySelector('[data-choice="2"][aria-pressed="true"]'))
      window.firstAnswerMs ??= performance.now();
    if (asked && heading !== asked) window.nextQuestionMs = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
