package io.spanloom.weaver;

/**
 * Something that is wrong with what is to be woven or with what is said of its spans.
 *
 * @param code its stable code
 * @param text what is wrong, why, and how to mend it, in one sentence
 */
public record Problem(Code code, String text) {

  @Override
  public String toString() {
    return "[" + code + "] " + text;
  }

  /**
   * The stable codes of the messages of the weaver and of the telemetry manifest. A code keeps its
   * meaning for ever; the text may become better. Codes below SPL200 are the processor's.
   */
  public enum Code {
    /** The class folder is missing. */
    NO_FOLDER("SPL200"),
    /** An annotated method that javac shows to no processor. */
    HIDDEN_METHOD("SPL201"),
    /** An annotated method without an aspect. */
    NO_ASPECT("SPL202"),
    /** A woven class whose aspect has gone. */
    ASPECT_GONE("SPL203"),
    /** An aspect that is not of the class as it is. */
    STALE_ASPECT("SPL204"),
    /** An aspect whose class has gone. */
    NO_TARGET("SPL205"),
    /** A class that was woven by an older aspect. */
    WOVEN_BY_ANOTHER("SPL206"),
    /** A class file that cannot be read. */
    BROKEN_CLASS("SPL207"),
    /** A class that AspectJ could not weave. */
    NOT_WOVEN("SPL208"),
    /** A type that is on no class path. */
    MISSING_TYPE("SPL209"),
    /** A method with no room for a span. */
    TOO_LARGE("SPL210"),
    /** A folder that cannot be read, written or locked. */
    IO("SPL211"),
    /** A module that does not read the runtime when it runs. */
    MODULE("SPL212"),
    /** A dependency that was not woven. */
    UNWOVEN_DEPENDENCY("SPL213"),
    /** Words on the command line that mean nothing. */
    USAGE("SPL214"),
    /** A class file that does not lie where its name puts it. */
    MISPLACED_CLASS("SPL215"),
    /** A span that the baseline does not have. */
    SPAN_ADDED("SPL220"),
    /** A span of the baseline that nothing makes now. */
    SPAN_LOST("SPL221"),
    /** A span with another name than in the baseline. */
    SPAN_RENAMED("SPL222"),
    /** A span with another form, kind or root than in the baseline. */
    SPAN_CHANGED("SPL223"),
    /** An attribute that the baseline does not have. */
    ATTRIBUTE_ADDED("SPL224"),
    /** An attribute of the baseline that nothing sets now. */
    ATTRIBUTE_LOST("SPL225"),
    /** An attribute with another key than in the baseline. */
    ATTRIBUTE_RENAMED("SPL226"),
    /** An attribute with another type, redaction or constant value than in the baseline. */
    ATTRIBUTE_CHANGED("SPL227"),
    /** A baseline that is missing. */
    NO_BASELINE("SPL228"),
    /** A baseline that cannot be read. */
    BROKEN_BASELINE("SPL229"),
    /** An aspect whose spans are not described. */
    NO_DESCRIPTION("SPL230"),
    /** A description that cannot be read. */
    BROKEN_DESCRIPTION("SPL231"),
    /** A description that is not of the aspect as it is. */
    STALE_DESCRIPTION("SPL232"),
    /** A fault of the weaver itself. */
    INTERNAL("SPL299");

    private final String text;

    Code(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
