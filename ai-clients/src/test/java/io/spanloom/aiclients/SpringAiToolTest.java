package io.spanloom.aiclients;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.AICall;
import io.spanloom.AICall.Operation;
import org.junit.jupiter.api.Test;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.ai.tool.method.MethodToolCallback;

/** A tool that Spring AI calls. */
final class SpringAiToolTest extends AiClientTestBase {

  /** A class with a tool. */
  static final class Orders {
    @Tool(name = "find_order", description = "Finds one.")
    @AICall(operation = Operation.EXECUTE_TOOL)
    String find() {
      return MARK;
    }
  }

  @Test
  void namesToolAsSpringAiDoes() throws NoSuchMethodException {
    ToolCallback tool =
        MethodToolCallback.builder()
            .toolDefinition(
                ToolDefinition.builder()
                    .name("find_order")
                    .description("Finds one.")
                    .inputSchema("{}")
                    .build())
            .toolMethod(Orders.class.getDeclaredMethod("find"))
            .toolObject(new Orders())
            .build();
    assertThat(tool.call("{}")).contains(MARK);

    assertThat(span())
        .isEqualTo(
            """
            execute_tool find_order INTERNAL
            gen_ai.operation.name=execute_tool
            gen_ai.tool.name=find_order
            """);
  }
}
