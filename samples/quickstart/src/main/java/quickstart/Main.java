package quickstart;

import io.spanloom.telemetry.Telemetry;
import java.nio.file.Path;

/** Answers two questions, one about an unknown ticket, and shows both traces. */
public final class Main {

  private Main() {}

  /**
   * Runs the quickstart.
   *
   * @param arguments ignored
   */
  public static void main(String[] arguments) {
    Telemetry telemetry = Telemetry.start();
    SupportDesk desk = new SupportDesk(new AnswerModel(), new TicketRepository());

    System.out.println(desk.answer("T-1", "Where is my parcel?"));
    try {
      desk.answer("T-404", "Where is my refund?");
    } catch (TicketNotFoundException notFound) {
      System.out.println("No answer: " + notFound.getMessage());
    }

    System.out.println();
    telemetry.stop();
    printAddresses();
  }

  private static void printAddresses() {
    String file = Path.of("quickstart", "SupportDesk").toString();
    String page = System.getProperty("spanloom.page.file");
    if (page != null) {
      System.out.println("page of traces:   " + addressOf(Path.of(page)));
    }
    String classes = System.getProperty("quickstart.classes");
    if (classes != null) {
      System.out.println("woven class:      " + addressOf(Path.of(classes, file + ".class")));
    }
    String sources = System.getProperty("quickstart.sources");
    if (sources != null) {
      System.out.println("generated source: " + addressOf(Path.of(sources, file + "_Spans.java")));
    }
  }

  /** Returns an address that terminals make clickable, unlike that of {@link Path#toUri}. */
  private static String addressOf(Path file) {
    return "file://" + file.toUri().getRawPath();
  }
}
