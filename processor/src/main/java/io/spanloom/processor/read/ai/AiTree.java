package io.spanloom.processor.read.ai;

import com.squareup.javapoet.TypeName;
import io.spanloom.processor.model.AiField;
import io.spanloom.processor.model.AiNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * Builds the tree of an object's values from resolved paths. Paths that start with the same steps
 * share their nodes, so that generated code calls each accessor once.
 */
final class AiTree {

  /** The names that the method around the generated code declares. */
  private static final Set<String> RESERVED =
      Set.of("result", "ai", "failure", "start", "request", "params");

  private final Branch root = new Branch(null);
  private boolean deprecated;

  /** A step that is not the last of its path, with all steps that follow it. */
  private record Branch(@Nullable AiStep step, Map<String, Branch> inner, List<AiNode> values) {
    Branch(@Nullable AiStep step) {
      this(step, new LinkedHashMap<>(), new ArrayList<>());
    }
  }

  /** Adds a resolved path. */
  void add(AiField field, List<AiStep> steps) {
    deprecated |= steps.stream().anyMatch(AiStep::deprecated);
    Branch branch = root;
    AiStep last = steps.get(steps.size() - 1);
    boolean counts = field == AiField.TOOL_CALLS && !last.isNumber();
    for (AiStep step : counts ? steps : steps.subList(0, steps.size() - 1)) {
      branch = branch.inner.computeIfAbsent(step.key(), key -> new Branch(step));
    }
    branch.values.add(
        counts
            ? new AiNode.Count(field)
            : new AiNode.Value(field, last.accessor(), last.optional()));
  }

  boolean deprecated() {
    return deprecated;
  }

  List<AiNode> nodes() {
    List<AiNode> result = new ArrayList<>(root.values);
    root.inner.values().forEach(inner -> result.add(node(inner, RESERVED)));
    return List.copyOf(result);
  }

  /** Returns the nodes of one block, in which a member's variable stays in scope. */
  private static List<AiNode> nodes(Branch branch, Set<String> taken) {
    List<AiNode> result = new ArrayList<>(branch.values);
    Set<String> inScope = new HashSet<>(taken);
    for (Branch inner : branch.inner.values()) {
      AiNode node = node(inner, inScope);
      result.add(node);
      if (node instanceof AiNode.Member member) {
        inScope.add(member.variable());
      }
    }
    return List.copyOf(result);
  }

  private static AiNode node(Branch branch, Set<String> taken) {
    AiStep step = branch.step;
    if (step == null) {
      throw new IllegalStateException("the root has no node");
    }
    if (step.form() == AiStep.Form.IF) {
      return new AiNode.If(step.accessor(), nodes(branch, taken));
    }
    String variable = unique(step.form() == AiStep.Form.CALL ? step.accessor() : "", step, taken);
    Set<String> inside = new HashSet<>(taken);
    inside.add(variable);
    TypeName type = step.typeName();
    return switch (step.form()) {
      case EACH -> new AiNode.Each(type, variable, nodes(branch, inside));
      case CAST -> new AiNode.Cast(type, variable, nodes(branch, inside));
      default ->
          new AiNode.Member(
              type, variable, step.accessor(), step.optional(), nodes(branch, inside));
    };
  }

  /** Returns a name after the accessor or the type: {@code usage} for {@code getUsage}. */
  private static String unique(String accessor, AiStep step, Set<String> taken) {
    String name = accessor.replace("_", "");
    if (name.isEmpty() || name.matches("as\\p{Lu}.*")) {
      name = step.simpleTypeName();
    }
    if (name.startsWith("get") && name.length() > "get".length()) {
      name = name.substring("get".length());
    }
    name = Character.toLowerCase(name.charAt(0)) + name.substring(1);
    String result = name;
    for (int i = 2; taken.contains(result) || !SourceVersion.isName(result); i++) {
      result = name + i;
    }
    return result;
  }
}
