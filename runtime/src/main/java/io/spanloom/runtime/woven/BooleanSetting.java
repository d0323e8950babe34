package io.spanloom.runtime.woven;

/**
 * A boolean setting: a system property that is read on every access, or else an environment
 * variable that is read once, because reading it allocates memory.
 *
 * @param property the property's name
 * @param environmentValue the value of the environment variable, false if it is not set
 */
record BooleanSetting(String property, boolean environmentValue) {

  static BooleanSetting of(String property) {
    return new BooleanSetting(
        property, "true".equalsIgnoreCase(RuntimeSettings.fromEnvironment(property)));
  }

  boolean isOn() {
    String value = System.getProperty(property);
    return value == null ? environmentValue : "true".equalsIgnoreCase(value);
  }
}
