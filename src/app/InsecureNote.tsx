// Shown instead of the app where the browser gives no cryptography and no worker; in both languages, for nothing else loads.

export function InsecureNote() {
  return (
    <main class="page">
      <h1>Alamat ini tidak aman, jadi Lembar belum dapat dibuka</h1>
      <p>
        Di alamat http:// biasa, peramban tidak menyediakan enkripsi dan penyimpanan luring; isian bisa
        hilang. Buka Lembar lewat alamat <b>https://</b>. Bila belum ada, minta operator memasang sertifikat
        TLS di server. Pada komputer server sendiri, pakai <b>http://localhost</b>.
      </p>
      <div lang="en" class="stack">
        <h2>This address is not secure, so Lembar cannot open yet</h2>
        <p>
          At a plain http:// address the browser gives no encryption and no offline storage; answers could be
          lost. Open Lembar at an <b>https://</b> address. If there is none, ask the operator to install a TLS
          certificate on the server. On the server’s own computer, use <b>http://localhost</b>.
        </p>
      </div>
    </main>
  );
}
