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
    printPaths();
  }

  private static void printPaths() {
    String file = Path.of("quickstart", "SupportDesk").toString();
    String sources = System.getProperty("quickstart.sources");
    String classes = System.getProperty("quickstart.classes");
    if (sources != null && classes != null) {
      System.out.println("generated aspect: " + Path.of(sources, file + "_Spans.java"));
      System.out.println("woven class:      " + Path.of(classes, file + ".class"));
    }
    String page = System.getProperty("spanloom.page.file");
    if (page != null) {
      System.out.println("page of traces:   " + page);
    }
  }
}
