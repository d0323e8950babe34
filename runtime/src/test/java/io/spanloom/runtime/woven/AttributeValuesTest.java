package io.spanloom.runtime.woven;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AttributeValuesTest {

  @Test
  void convertsArraysAndCollectionsOfNumbers() {
    assertThat(AttributeValues.longs(new long[] {1, 2})).containsExactly(1L, 2L);
    assertThat(AttributeValues.longs(new int[] {1, 2})).containsExactly(1L, 2L);
    assertThat(AttributeValues.longs(new short[] {1, 2})).containsExactly(1L, 2L);
    assertThat(AttributeValues.longs(new Integer[] {1, null, 2})).containsExactly(1L, 2L);
    assertThat(AttributeValues.longs(Arrays.asList((byte) 1, null))).containsExactly(1L);
    assertThat(AttributeValues.doubles(new double[] {1.5})).containsExactly(1.5);
    assertThat(AttributeValues.doubles(new float[] {1.5f})).containsExactly(1.5);
    assertThat(AttributeValues.doubles(new Float[] {null, 1.5f})).containsExactly(1.5);
    assertThat(AttributeValues.doubles(List.of(1.5f, 2.5f))).containsExactly(1.5, 2.5);
  }

  @Test
  void convertsArraysAndCollectionsOfBooleans() {
    assertThat(AttributeValues.booleans(new boolean[] {true, false})).containsExactly(true, false);
    assertThat(AttributeValues.booleans(new Boolean[] {true, null})).containsExactly(true);
    assertThat(AttributeValues.booleans(Arrays.asList(null, false))).containsExactly(false);
  }

  @Test
  void convertsElementsToStrings() {
    UUID id = new UUID(1, 2);
    Object[] values = {"a", null, TimeUnit.DAYS, Colour.RED, id, URI.create("http://u:p@h/")};
    String[] texts = {"a", "DAYS", "RED", id.toString(), "http://h/"};
    assertThat(AttributeValues.strings(values)).containsExactly(texts);
    assertThat(AttributeValues.strings(Arrays.asList(values))).containsExactly(texts);
  }

  @Test
  void keepsNull() {
    Number[] numbers = null;
    Collection<Integer> collection = null;
    Object[] objects = null;
    assertThat(AttributeValues.longs((long[]) null)).isNull();
    assertThat(AttributeValues.longs(numbers)).isNull();
    assertThat(AttributeValues.doubles(collection)).isNull();
    assertThat(AttributeValues.booleans((boolean[]) null)).isNull();
    assertThat(AttributeValues.strings(objects)).isNull();
    assertThat(AttributeValues.seconds(null)).isNull();
    assertThat(AttributeValues.text(null)).isNull();
    assertThat(AttributeValues.hashed(null)).isNull();
    assertThat(AttributeValues.masked(null)).isNull();
  }

  @Test
  void readsFirst128Elements() {
    assertThat(AttributeValues.longs(new int[1_000])).hasSize(128);
    assertThat(AttributeValues.strings(new String[1_000])).isEmpty();
    assertThat(AttributeValues.strings(Collections.nCopies(1_000_000, "a"))).hasSize(128);
  }

  @Test
  void returnsNullForConcurrentlyModifiedCollection() {
    Collection<String> changing =
        new AbstractList<>() {
          @Override
          public String get(int index) {
            throw new ConcurrentModificationException();
          }

          @Override
          public int size() {
            return 2;
          }
        };
    assertThat(AttributeValues.strings(changing)).isNull();
  }

  @Test
  void omitsElementWhoseToStringIsNull() {
    Object withoutString =
        new Object() {
          @Override
          public @Nullable String toString() {
            return null;
          }
        };
    assertThat(AttributeValues.strings(new Object[] {withoutString, "a"})).containsExactly("a");
    assertThat(AttributeValues.hashed(withoutString)).isNull();
    assertThat(AttributeValues.masked(withoutString)).isNull();
  }

  @Test
  void convertsDurationToSecondsWithFraction() {
    assertThat(AttributeValues.seconds(Duration.ofMillis(1_500))).isEqualTo(1.5);
    assertThat(AttributeValues.seconds(Duration.ofMillis(-1_500))).isEqualTo(-1.5);
    assertThat(AttributeValues.seconds(Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo(0x1p63);
  }

  @ParameterizedTest
  @CsvSource({
    "http://user:secret@host:80/a?b=c@d#e, http://host:80/a?b=c@d#e",
    "http://user@host, http://host",
    "http://user:se@cret@host_a/, http://host_a/",
    "//user:secret@host/, //host/",
    "jdbc:postgresql://user:secret@host/db, jdbc:postgresql://host/db",
    "http://host/a//b@c, http://host/a//b@c",
    "http://host?a=b@c, http://host?a=b@c",
    "file:/a//b@c/d, file:/a//b@c/d",
    "mailto:user@host, mailto:user@host",
    "a/b@c, a/b@c"
  })
  void removesUserInfoFromUri(String uri, String text) {
    assertThat(AttributeValues.text(URI.create(uri))).isEqualTo(text);
  }

  /** An enum whose toString differs from its name. */
  private enum Colour {
    RED;

    @Override
    public String toString() {
      return "#f00";
    }
  }
}
