package io.spanloom.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of a text and the lines that are indented below it.
 *
 * @param text the line without its indentation; empty at the top, which is no line itself
 * @param indent the width of that indentation; -1 at the top
 * @param below the lines below, in order
 */
record Lines(String text, int indent, List<Lines> below) {

  static Lines top() {
    return new Lines("", -1, new ArrayList<>());
  }

  /** Reads a text whose lines are indented by any number of spaces each; blank lines are nought. */
  static Lines read(String text) {
    Lines top = top();
    List<Lines> open = new ArrayList<>(List.of(top));
    for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
      int indent = line.length() - line.stripLeading().length();
      while (open.get(open.size() - 1).indent >= indent) {
        open.remove(open.size() - 1);
      }
      open.add(open.get(open.size() - 1).add(line.strip(), indent));
    }
    return top;
  }

  /** Adds a line below this one. */
  Lines add(String line, int lineIndent) {
    Lines added = new Lines(line, lineIndent, new ArrayList<>());
    below.add(added);
    return added;
  }

  /** The same with the lines of each level in the order of the alphabet. */
  Lines sorted() {
    List<Lines> result = new ArrayList<>(below.stream().map(Lines::sorted).toList());
    result.sort((one, other) -> one.print().compareTo(other.print()));
    return new Lines(text, indent, result);
  }

  /** Two spaces for each level. */
  String print() {
    String lines = below.stream().map(Lines::print).collect(Collectors.joining("\n"));
    if (indent < 0) {
      return lines;
    }
    return lines.isEmpty() ? text : text + "\n" + lines.indent(2).stripTrailing();
  }
}
