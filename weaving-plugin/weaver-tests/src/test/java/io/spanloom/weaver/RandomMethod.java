package io.spanloom.weaver;

import io.spanloom.weaver.RandomCode.Scope;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A method or constructor of a {@link RandomClass}. All have a first parameter {@code n} that
 * counts down through recursions, and a local variable {@code x} that statements work on.
 */
record RandomMethod(
    Form form,
    Owner owner,
    String modifier,
    List<Parameter> parameters,
    Result result,
    RandomCode body) {

  /** What a call leaves behind. Names of methods begin with the letter. */
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

  /** Where the method is, and on what it is called. */
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

  /** The kind of a parameter: its type, an argument, its part in {@code x}. */
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

  /** A parameter beside {@code n}. */
  record Parameter(Kind kind, boolean attribute) {}

  /** The kind of a result: its type, how it is made from {@code x}, how a caller adds it. */
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
    private final String giveBack;
    private final String take;

    Result(String type, String giveBack, String take) {
      this.type = type;
      this.giveBack = giveBack;
      this.take = take;
    }
  }

  String name(int index) {
    return form.letter + index;
  }

  /** A statement that calls the method and adds what it gives back to the scope's variable. */
  String call(int index, Scope scope) {
    String arguments =
        parameters.stream()
            .map(parameter -> ", " + parameter.kind.argument.formatted(scope.variable()))
            .collect(Collectors.joining());
    String name = owner == Owner.CONSTRUCTOR ? typeName(index) : name(index);
    String call = owner.receiver + name + "(" + scope.fuel() + arguments + ")";
    return owner == Owner.CONSTRUCTOR
        ? scope.variable() + " += " + call + ".value;"
        : result.take.formatted(scope.variable(), call);
  }

  /** The last statement of a body, or one before it. */
  String giveBack(String variable) {
    return owner == Owner.CONSTRUCTOR
        ? "value = " + variable + "; return;"
        : result.giveBack.replace("%s", variable);
  }

  private String typeName(int index) {
    return (form == Form.UNTRACED ? "U" : "C") + index;
  }

  /** The declaration. */
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
            boolean over = Calls.enter("%s", n);
            long x = n%s;
            if (over) { %s }
            %s
            %s
          }
        """
            .formatted(header, name(index), parts, giveBack("x"), body.in(scope), giveBack("x"));
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
