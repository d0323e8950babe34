package io.spanloom.weaver;

import io.spanloom.support.RandomChoices;
import io.spanloom.weaver.RandomMethod.Form;
import io.spanloom.weaver.RandomMethod.Kind;
import io.spanloom.weaver.RandomMethod.Owner;
import io.spanloom.weaver.RandomMethod.Parameter;
import io.spanloom.weaver.RandomMethod.Result;
import java.util.ArrayList;
import java.util.List;

/** Generates random classes with traced methods. */
final class RandomClasses {

  private final RandomChoices random;
  private final RandomStatements statements;

  RandomClasses(RandomChoices random) {
    this.random = random;
    statements = new RandomStatements(random);
  }

  RandomClass next() {
    return new RandomClass(random.list(1, 5, this::method));
  }

  /** Constructors cannot be steps. */
  private RandomMethod method() {
    Form form = random.oneOf(Form.class);
    Owner owner = random.oneOf(Owner.class);
    boolean step = form == Form.STEP || form == Form.EVENTS || form == Form.TRACED_BY_NAME;
    return new RandomMethod(
        owner == Owner.CONSTRUCTOR && step ? Form.TRACED : form,
        owner,
        random.oneOf("", "private ", "public ", "final ", "synchronized "),
        withVarargsLast(random.list(0, 4, this::parameter)),
        random.oneOf(Result.class),
        statements.body());
  }

  private Parameter parameter() {
    return new Parameter(random.oneOf(Kind.class), random.oneOf(true, false));
  }

  private static List<Parameter> withVarargsLast(List<Parameter> parameters) {
    List<Parameter> possible = new ArrayList<>();
    for (Parameter parameter : parameters) {
      boolean last = possible.size() == parameters.size() - 1;
      possible.add(
          parameter.kind() == Kind.VARARGS && !last ? new Parameter(Kind.INT, true) : parameter);
    }
    return possible;
  }
}
