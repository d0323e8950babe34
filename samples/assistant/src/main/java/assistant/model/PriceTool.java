package assistant.model;

import assistant.store.Prices;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.spanloom.AICall;

/** The tool with which the model looks up a price. Thread-safe. */
final class PriceTool {

  static final ToolSpecification SPECIFICATION =
      ToolSpecification.builder()
          .name("price")
          .description("Returns the price of a material in euros per unit.")
          .parameters(
              JsonObjectSchema.builder()
                  .addStringProperty("material", "such as tiles, paint, parquet or plaster")
                  .required("material")
                  .build())
          .build();

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Prices prices;

  PriceTool(Prices prices) {
    this.prices = prices;
  }

  /**
   * Executes a call of the tool.
   *
   * @param arguments the arguments that the model wrote, a JSON object if they are valid
   * @return the result for the model, which also reports invalid arguments
   */
  @AICall(operation = AICall.Operation.EXECUTE_TOOL, name = "price")
  String execute(String arguments) {
    try {
      String material = JSON.readTree(arguments).path("material").asText();
      return prices
          .find(material)
          .map(price -> price.euro() + " EUR per " + price.unit())
          .orElse("unknown material");
    } catch (JsonProcessingException invalid) {
      return "invalid arguments";
    }
  }
}
