package io.spanloom.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * A test that runs once for each of many seeds. Its parameter is a {@link RandomChoices}.
 *
 * <p>Seeds count up from 1, or from {@code -Dspanloom.random.seed}; {@code -Dspanloom.random.cases}
 * sets how many there are. A failure names its seed, so {@code -Dspanloom.random.seed=17
 * -Dspanloom.random.cases=1} repeats the case that failed with seed 17.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ParameterizedTest(name = "{0}")
@ArgumentsSource(RandomCases.class)
@ExtendWith(SeedInFailure.class)
public @interface RandomTest {

  /** The default number of cases. */
  int cases() default 1000;
}
