package io.spanloom.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Deletes, duplicates or replaces a random word of a source. */
final class Mutation {

  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|\\w+|[^\\s\\w]");

  private Mutation() {}

  static String of(String source, Random random) {
    List<MatchResult> words = new ArrayList<>(WORD.matcher(source).results().toList());
    MatchResult word = words.get(random.nextInt(words.size()));
    String other = words.get(random.nextInt(words.size())).group();
    String replacement =
        switch (random.nextInt(4)) {
          case 0 -> "";
          case 1 -> word.group() + " " + word.group();
          case 2 -> other;
          default -> word.group() + "X";
        };
    return source.substring(0, word.start()) + replacement + source.substring(word.end());
  }
}
