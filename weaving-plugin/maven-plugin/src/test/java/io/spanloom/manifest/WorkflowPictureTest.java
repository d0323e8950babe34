package io.spanloom.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.support.GoldenFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The pictures of workflows; those of the documentation are the ones that the build draws. */
@Tag("slow")
final class WorkflowPictureTest {

  private static final Path DOCS = Path.of("../../docs/workflows");

  private static final String SOURCE =
      """
      import io.spanloom.*;
      class Checkout {
        @WorkflowStep(workflow = "checkout") void reserve() {}
        @WorkflowStep(workflow = "checkout", after = "reserve") void charge() {}
        @WorkflowStep(workflow = "checkout", after = "reserve", as = WorkflowStep.Form.EVENTS)
        void pack() {}
        @WorkflowStep(workflow = "checkout", after = {"charge", "pack"}) void ship() {}
        @Workflow(value = "checkout", runId = "order") void checkOut(String order) {}
      }
      """;

  @Test
  void documentationShowsPictureOfBuild(@TempDir Path folder) throws Exception {
    Build build = Build.of(folder, SOURCE);

    String picture = build.report("workflows/checkout.svg");
    new GoldenFile(DOCS.resolve("checkout.svg")).assertContent(picture);
    new GoldenFile(DOCS.resolve("checkout.mmd"))
        .assertContent(build.report("workflows/checkout.mmd"));
    assertThat(build.report("spans.html"))
        .contains(
            "<h2>Workflow checkout</h2>",
            picture.replace(" xmlns=\"http://www.w3.org/2000/svg\"", ""),
            "flowchart LR",
            "after: charge, pack");
  }

  @Test
  void everyStepHasBoxAndArrowsBeginAndEndAtBoxes(@TempDir Path folder) throws Exception {
    Document svg = parse(Build.of(folder, SOURCE).report("workflows/checkout.svg"));

    assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(4);
    assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(2 * 4);
  }

  @Test
  void escapesNames(@TempDir Path folder) throws Exception {
    Build build =
        Build.of(
            folder,
            """
            class Odd {
              @io.spanloom.WorkflowStep(value = "a \\"<b>&]", workflow = "w/<x>") void a() {}
              @io.spanloom.WorkflowStep(workflow = "w:<x>") void b() {}
            }
            """);

    assertThat(build.report("workflows/w__x_.mmd")).contains("s1[\"1. a #34;#60;b#62;#38;#93;\"]");
    parse(build.report("workflows/w__x_.svg"));
    parse(build.report("workflows/w__x_-2.svg"));
    assertThat(build.report("spans.html")).contains("Workflow w/&lt;x&gt;").doesNotContain("<x>");
  }

  @Test
  void deletesPicturesOfWorkflowsThatNoLongerExist(@TempDir Path folder) throws Exception {
    Build build = Build.of(folder, SOURCE.replace("\"checkout\"", "\"Old\""));
    build.report("workflows/Old.svg");
    Path pictures = folder.resolve("target/spanloom/workflows");
    Files.writeString(pictures.resolve("notes.txt"), "not a picture");

    Build.of(folder, SOURCE).report("workflows/checkout.svg");
    assertThat(pictures)
        .isDirectoryNotContaining("glob:**Old*")
        .isDirectoryContaining("glob:**checkout.svg")
        .isDirectoryContaining("glob:**checkout.mmd");

    Build.of(folder.resolve("plain"), "class Checkout {}")
        .manifest()
        .write(pictures.getParent(), "the shop");
    try (Stream<Path> files = Files.list(pictures)) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsExactly("notes.txt");
    }
  }

  @Test
  void stepOfAnotherModuleHasDashedBorder() throws Exception {
    Document svg =
        parse(
            WorkflowPicture.file(
                new WorkflowGraph(
                    "checkout",
                    List.of(
                        new WorkflowGraph.Step(0, "reserve", false, List.of()),
                        new WorkflowGraph.Step(1, "charge", false, List.of("reserve"))))));

    NodeList boxes = svg.getElementsByTagName("rect");
    assertThat(boxes.getLength()).isEqualTo(2);
    assertThat(dashes(boxes.item(0))).isEqualTo("4 3");
    assertThat(dashes(boxes.item(1))).isEmpty();
  }

  private static String dashes(Node box) {
    return ((Element) box).getAttribute("stroke-dasharray");
  }

  @Test
  void drawsWorkflowOf500Steps() throws Exception {
    List<WorkflowGraph.Step> steps =
        IntStream.range(0, 500)
            .mapToObj(
                i ->
                    new WorkflowGraph.Step(
                        i + 1, "step " + i, false, i == 0 ? List.of() : List.of("step " + (i - 1))))
            .toList();

    Document svg = parse(WorkflowPicture.file(new WorkflowGraph("large", steps)));

    assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(500);
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
