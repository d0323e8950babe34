package io.spanloom.processor;

import io.spanloom.processor.check.Code;
import java.util.List;

/** Names that nobody could find a span or an attribute by. */
final class WrongNames {

  static final List<Wrong> ALL =
      Wrong.list(
          Wrong.error(
              "a span's name is not blank",
              Code.BLANK_NAME,
              "The span's name is blank, and nobody could find it by that. Write a name, or leave"
                  + " the member out.",
              """
              package shop;
              import io.spanloom.Traced;
              class Orders {
                static final String NONE = "";
                @Traced(^"") void empty() {}
                @Traced(value = ^" ") void space() {}
                @Traced(root = true, value = ^"\\t\\n") Orders() {}
                @Traced(Orders^.NONE) void constant() {}
                @Traced(NONE ^+ "  ") void sum() {}
              }
              """),
          Wrong.error(
              "a step's name is not blank",
              Code.BLANK_NAME,
              "The step's name is blank",
              """
              package shop;
              import io.spanloom.WorkflowStep;
              class Orders {
                @WorkflowStep(workflow = "checkout", value = ^"") void pack() {}
              }
              """),
          Wrong.error(
              "a workflow's name is not blank",
              Code.BLANK_NAME,
              "The workflow's name is blank",
              """
              package shop;
              import io.spanloom.WorkflowStep;
              class Orders {
                @WorkflowStep(workflow = ^"", as = WorkflowStep.Form.EVENTS) void pack() {}
              }
              """),
          Wrong.error(
              "a provider's name is not blank, and cannot be left out",
              Code.BLANK_NAME,
              "The provider's name is blank, and nobody could find it by that. Write a name.",
              """
              package shop;
              import io.spanloom.AICall;
              class Orders {
                @AICall(provider = ^"", operation = AICall.Operation.EXECUTE_TOOL) void look() {}
              }
              """),
          Wrong.error(
              "a model's name is not blank",
              Code.BLANK_NAME,
              "The model's name is blank",
              """
              package shop;
              import io.spanloom.AICall;
              class Orders {
                @AICall(provider = "x", model = ^" ", operation = AICall.Operation.EXECUTE_TOOL)
                void look() {}
              }
              """),
          Wrong.error(
              "a phase is not blank",
              Code.BLANK_NAME,
              "The phase is blank",
              """
              package shop;
              import io.spanloom.AICall;
              class Orders {
                @AICall(provider = "x", phase = ^"", operation = AICall.Operation.EXECUTE_TOOL)
                void look() {}
              }
              """),
          Wrong.error(
              "an attribute's key is not blank",
              Code.BLANK_NAME,
              "The attribute's key is blank",
              """
              package shop;
              import io.spanloom.SpanAttribute;
              import io.spanloom.Traced;
              class Orders {
                @Traced void a(@SpanAttribute(^"") String id) {}
                @Traced void b(@SpanAttribute(value = ^"\\t") String id) {}
              }
              """));

  private WrongNames() {}
}
