package io.spanloom.weaver;

import io.spanloom.weaver.RandomCode.Scope;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A method or constructor of a {@link RandomClass}. Its first parameter {@code n} limits the depth
 * of recursions, and its statements use a local variable {@code x}.
 */
record RandomMethod(
    Form form,
    Owner owner,
    String modifier,
    List<Parameter> parameters,
    Result result,
    RandomCode body) {

  /** The kind of tracing. The letter is the first one of the method name. */
  enum Form {
    TRACED("m", "@Traced(\"%s\") "),
    TRACED_BY_NAME("m", "@Traced "),
    EXPECTING("m", "@Traced(value = \"%s\", expected = IllegalStateException.class) "),
    STEP("m", "@WorkflowStep(\"%s\") "),
    EVENTS("e", "@WorkflowStep(value = \"%s\", as = WorkflowStep.Form.EVENTS) "),
    UNTRACED("u", "");

    final String letter;
    private final String annotation;

    Form(String letter, String annotation) {
      this.letter = letter;
      this.annotation = annotation;
    }
  }

  /** The declaring type and the receiver of calls. */
  enum Owner {
    STATIC("", "static "),
    INSTANCE("SELF.", ""),
    NESTED("new Nested().", ""),
    NESTED_STATIC("Nested.", "static "),
    INNER("SELF.new Inner().", ""),
    FACE("FACE.", "default "),
    ENUM("Kind.A.", ""),
    RECORD("new Rec(1).", ""),
    CONSTRUCTOR("new ", "");

    private final String receiver;
    private final String modifier;

    Owner(String receiver, String modifier) {
      this.receiver = receiver;
      this.modifier = modifier;
    }
  }

  /** A kind of parameter: its type, an argument and its contribution to {@code x}. */
  enum Kind {
    INT("int", "(int) %s", "%s", true),
    LONG("long", "%s * 3", "%s", true),
    DOUBLE("double", "%s / 2.0", "(long) %s", true),
    BOOLEAN("boolean", "%s > 2", "(%s ? 1 : 0)", true),
    CHAR("char", "(char) (%s & 63)", "%s", true),
    STRING("String", "\"s\" + %s", "%s.length()", true),
    BOXED("Long", "%1$s %% 2 == 0 ? null : Long.valueOf(%1$s)", "(%1$s == null ? 7 : %1$s)", true),
    SIZE("Calls.Size", "Calls.Size.values()[(int) (%s & 1)]", "%s.ordinal()", true),
    ARRAY("long[]", "new long[] {%s}", "%s.length", false),
    LIST("java.util.List<? extends Number>", "java.util.List.of(%s)", "%s.size()", false),
    GENERIC("T", "\"t\" + %s", "%s.hashCode()", false),
    VARARGS("int...", "(int) %s, 2", "%s.length", false);

    private final String type;
    private final String argument;
    private final String part;
    private final boolean canBeAttribute;

    Kind(String type, String argument, String part, boolean canBeAttribute) {
      this.type = type;
      this.argument = argument;
      this.part = part;
      this.canBeAttribute = canBeAttribute;
    }
  }

  /** A parameter after {@code n}. */
  record Parameter(Kind kind, boolean attribute) {}

  /** A kind of result: its type, how to return it, and how a caller adds it to {@code x}. */
  enum Result {
    INT("int", "return (int) %s;", "%s += %s;"),
    LONG("long", "return %s;", "%s += %s;"),
    DOUBLE("double", "return %s / 2.0;", "%s += (long) %s;"),
    BOOLEAN("boolean", "return %s > 0;", "if (%2$s) { %1$s++; }"),
    STRING("String", "return \"r\" + %s;", "%s += %s.length();"),
    ARRAY("int[]", "return new int[] {(int) %s};", "%s += %s[0];"),
    OBJECT(
        "Object",
        "return %s % 5 == 0 ? null : Long.valueOf(%s);",
        "%s += String.valueOf(%s).length();"),
    VOID("void", "return;", "%2$s; %1$s++;"),
    STAGE(
        "java.util.concurrent.CompletableFuture<Long>",
        "return Calls.stage(%s);",
        "%s += Calls.join(%s);");

    private final String type;
    private final String returnStatement;
    private final String addition;

    Result(String type, String returnStatement, String addition) {
      this.type = type;
      this.returnStatement = returnStatement;
      this.addition = addition;
    }
  }

  String name(int index) {
    return form.letter + index;
  }

  /** Returns a statement that calls the method and adds its result to the scope's variable. */
  String call(int index, Scope scope) {
    String arguments =
        parameters.stream()
            .map(parameter -> ", " + parameter.kind.argument.formatted(scope.variable()))
            .collect(Collectors.joining());
    String name = owner == Owner.CONSTRUCTOR ? typeName(index) : name(index);
    String call = owner.receiver + name + "(" + scope.fuel() + arguments + ")";
    return owner == Owner.CONSTRUCTOR
        ? scope.variable() + " += " + call + ".value;"
        : result.addition.formatted(scope.variable(), call);
  }

  /** Returns a return statement. */
  String returnStatement(String variable) {
    return owner == Owner.CONSTRUCTOR
        ? "value = " + variable + "; return;"
        : result.returnStatement.replace("%s", variable);
  }

  private String typeName(int index) {
    return (form == Form.UNTRACED ? "U" : "C") + index;
  }

  /** Returns the declaration. */
  String declaration(int index, List<RandomMethod> callable) {
    Scope scope = new Scope(callable, this, "x", "n - 1", 0, false);
    String parts =
        IntStream.range(0, parameters.size())
            .mapToObj(i -> " + " + parameters.get(i).kind.part.formatted("p" + i))
            .collect(Collectors.joining());
    String header =
        annotation(index) + modifiers() + typeParameters() + nameAndResult(index) + parameterList();
    String method =
        """
          %s throws Throwable {
            boolean done = Calls.enter("%s", n);
            long x = n%s;
            if (done) { %s }
            %s
            %s
          }
        """
            .formatted(
                header,
                name(index),
                parts,
                returnStatement("x"),
                body.in(scope),
                returnStatement("x"));
    return owner == Owner.CONSTRUCTOR
        ? "  static class %s {\n    long value;\n%s  }\n".formatted(typeName(index), method)
        : method;
  }

  private String annotation(int index) {
    return form.annotation.formatted(name(index));
  }

  private String modifiers() {
    return switch (owner) {
      case FACE -> "default ";
      case CONSTRUCTOR -> modifier.equals("private ") ? modifier : "";
      default -> modifier + owner.modifier;
    };
  }

  private String typeParameters() {
    boolean generic = parameters.stream().anyMatch(parameter -> parameter.kind == Kind.GENERIC);
    return generic ? "<T extends Comparable<T>> " : "";
  }

  private String nameAndResult(int index) {
    return owner == Owner.CONSTRUCTOR ? typeName(index) : result.type + " " + name(index);
  }

  private String parameterList() {
    return IntStream.range(0, parameters.size())
        .mapToObj(i -> parameter(parameters.get(i), i))
        .collect(Collectors.joining("", "(int n", ")"));
  }

  private String parameter(Parameter parameter, int index) {
    boolean attribute =
        parameter.attribute && parameter.kind.canBeAttribute && form.letter.equals("m");
    return ", " + (attribute ? "@SpanAttribute " : "") + parameter.kind.type + " p" + index;
  }
}
