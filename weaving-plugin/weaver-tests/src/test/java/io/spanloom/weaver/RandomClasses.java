package io.spanloom.weaver;

import io.spanloom.weaver.RandomMethod.Form;
import io.spanloom.weaver.RandomMethod.Kind;
import io.spanloom.weaver.RandomMethod.Owner;
import io.spanloom.weaver.RandomMethod.Parameter;
import io.spanloom.weaver.RandomMethod.Result;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates random classes with traced methods. */
final class RandomClasses {

  private RandomClasses() {}

  static Arbitrary<RandomClass> classes() {
    return method().list().ofMinSize(1).ofMaxSize(5).map(RandomClass::new);
  }

  private static Arbitrary<RandomMethod> method() {
    return Combinators.combine(
            Arbitraries.of(Form.class),
            Arbitraries.of(Owner.class),
            Arbitraries.of("", "private ", "public ", "final ", "synchronized "),
            parameters(),
            Arbitraries.of(Result.class),
            RandomStatements.body())
        .as(RandomClasses::method);
  }

  /** Constructors cannot be steps. */
  private static RandomMethod method(
      Form form,
      Owner owner,
      String modifier,
      List<Parameter> parameters,
      Result result,
      RandomCode body) {
    boolean step = form == Form.STEP || form == Form.EVENTS || form == Form.TRACED_BY_NAME;
    Form possible = owner == Owner.CONSTRUCTOR && step ? Form.TRACED : form;
    return new RandomMethod(possible, owner, modifier, parameters, result, body);
  }

  private static Arbitrary<List<Parameter>> parameters() {
    Arbitrary<Parameter> parameter =
        Combinators.combine(Arbitraries.of(Kind.class), Arbitraries.of(true, false))
            .as(Parameter::new);
    return parameter.list().ofMaxSize(4).map(RandomClasses::withVarargsLast);
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
