package engines;

import dev.dbos.transact.DBOS;
import dev.dbos.transact.StartWorkflowOptions;
import dev.dbos.transact.config.DBOSConfig;
import dev.dbos.transact.workflow.StepOptions;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.spanloom.Workflow;
import io.spanloom.WorkflowStep;
import io.spanloom.runtime.Spans;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;

/** A program with a workflow of DBOS; prints its steps, with the trace of each. */
public final class DbosShop {

  static final int KILLED = 3;

  private DbosShop() {}

  /** The workflow. */
  public interface Checkout {
    String checkOut(String order);
  }

  static final class DurableCheckout implements Checkout {
    private final DBOS dbos;
    private final Payments payments;

    DurableCheckout(DBOS dbos, boolean dies) {
      this.dbos = dbos;
      this.payments = new Payments(dies);
    }

    @Override
    @dev.dbos.transact.workflow.Workflow(name = "checkOut")
    @Workflow(
        value = "dbos checkout",
        runId = "dev.dbos.transact.DBOS.workflowId()",
        traceByRun = true)
    public String checkOut(String order) {
      StepOptions options =
          new StepOptions("charge").withMaxAttempts(3).withRetryInterval(Duration.ofMillis(1));
      dbos.runStep(() -> payments.reserve(order), "reserve");
      return dbos.runStep(() -> payments.charge(order), options);
    }
  }

  static final class Payments {
    private final boolean dies;
    private final AtomicInteger failures = new AtomicInteger(1);

    Payments(boolean dies) {
      this.dies = dies;
    }

    @WorkflowStep(workflow = "dbos checkout")
    String reserve(String order) {
      return order;
    }

    @WorkflowStep(workflow = "dbos checkout", after = "reserve")
    String charge(String order) {
      if (failures.getAndDecrement() > 0) {
        throw new IllegalStateException("declined");
      }
      if (dies) {
        Runtime.getRuntime().halt(KILLED);
      }
      return "paid " + order;
    }
  }

  /**
   * Starts a run, or waits for one that an earlier process has started.
   *
   * @param arguments the database's URL, the run's ID, and whether to start or to recover it
   */
  public static void main(String[] arguments) throws Exception {
    Spans.install(printing(), true);
    boolean starts = arguments[2].equals("start");
    DBOSConfig config =
        DBOSConfig.defaults("shop")
            .withDatabaseUrl(arguments[0])
            .withDbUser("postgres")
            .withDbPassword("postgres")
            .withAppVersion("1")
            .withExecutorId("shop");
    try (DBOS dbos = new DBOS(config)) {
      Checkout checkout = dbos.registerProxy(Checkout.class, new DurableCheckout(dbos, starts));
      dbos.launch();
      if (starts) {
        dbos.startWorkflow(() -> checkout.checkOut("book"), new StartWorkflowOptions(arguments[1]))
            .getResult();
      } else {
        System.out.println("result " + dbos.<String, Exception>getResult(arguments[1]));
      }
    }
  }

  private static OpenTelemetrySdk printing() {
    return OpenTelemetrySdk.builder()
        .setTracerProvider(
            SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new PrintingExporter()))
                .build())
        .build();
  }

  /** Prints each step that ends at once, because the process may be killed. */
  private static final class PrintingExporter implements SpanExporter {

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      for (SpanData span : spans) {
        System.out.println("span " + span.getTraceId() + " " + RecordedSteps.line(span));
      }
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
