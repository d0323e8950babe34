package io.spanloom.support;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Provides the random choices of each case of a {@link RandomTest}. */
final class RandomCases extends AnnotationBasedArgumentsProvider<RandomTest> {

  @Override
  protected Stream<? extends Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context, RandomTest test) {
    long first = Long.getLong("spanloom.random.seed", 1);
    int cases = Integer.getInteger("spanloom.random.cases", test.cases());
    return LongStream.range(first, first + cases).mapToObj(RandomChoices::new).map(Arguments::of);
  }
}
