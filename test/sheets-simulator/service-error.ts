/** What Google's services throw: the script sees an error named "Exception" with the same message. */
export class ServiceError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Exception";
  }
}

/** The end of an execution that ran too long: no `catch` and no `finally` of the script can act on it. */
export class ExecutionKilled extends ServiceError {}
