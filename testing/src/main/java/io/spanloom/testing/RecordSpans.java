package io.spanloom.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Records the spans of each test, which takes them as a parameter of the type {@link
 * RecordedSpans}. Where JUnit runs tests in parallel, tests that record spans run one after the
 * other.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(RecordedSpans.class)
@ResourceLock(RecordedSpans.LOCK)
public @interface RecordSpans {}
