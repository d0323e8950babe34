package assistant.model;

/** Thrown if the model does not answer. Its message quotes neither the request nor the response. */
public final class ModelException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Creates an exception.
   *
   * @param message the message, without any content
   */
  public ModelException(String message) {
    super(message);
  }
}
