package shop;

class OutOfStockException extends RuntimeException {

  private static final long serialVersionUID = 1;

  OutOfStockException(int available) {
    super("only " + available + " in stock");
  }
}
