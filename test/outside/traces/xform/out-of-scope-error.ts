// What a recorded form uses and an XLSForm cannot say, or this project does not offer; the message is the reason.
export class OutOfScope extends Error {}
