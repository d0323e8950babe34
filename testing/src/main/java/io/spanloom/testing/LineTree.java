package io.spanloom.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of a text with the lines indented below it.
 *
 * @param text the line without its indentation; empty for the root, which is not a line
 * @param indent the width of the indentation; -1 for the root
 * @param children the lines below, in order
 */
record LineTree(String text, int indent, List<LineTree> children) {

  static LineTree root() {
    return new LineTree("", -1, new ArrayList<>());
  }

  /** Parses a text. A child is indented further than its parent; blank lines are ignored. */
  static LineTree parse(String text) {
    LineTree root = root();
    List<LineTree> ancestors = new ArrayList<>(List.of(root));
    for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
      int indent = line.length() - line.stripLeading().length();
      while (ancestors.get(ancestors.size() - 1).indent >= indent) {
        ancestors.remove(ancestors.size() - 1);
      }
      ancestors.add(ancestors.get(ancestors.size() - 1).add(line.strip(), indent));
    }
    return root;
  }

  /** Adds a line below this one and returns it. */
  LineTree add(String line, int lineIndent) {
    LineTree added = new LineTree(line, lineIndent, new ArrayList<>());
    children.add(added);
    return added;
  }

  /** Returns a copy whose siblings are in alphabetical order. */
  LineTree sorted() {
    List<LineTree> result = new ArrayList<>(children.stream().map(LineTree::sorted).toList());
    result.sort((one, other) -> one.format().compareTo(other.format()));
    return new LineTree(text, indent, result);
  }

  /** Returns the text, indented by two spaces per level. */
  String format() {
    String lines = children.stream().map(LineTree::format).collect(Collectors.joining("\n"));
    if (indent < 0) {
      return lines;
    }
    return lines.isEmpty() ? text : text + "\n" + lines.indent(2).stripTrailing();
  }
}
