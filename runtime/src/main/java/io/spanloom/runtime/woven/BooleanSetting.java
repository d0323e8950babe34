package io.spanloom.runtime.woven;

/**
 * What the program sets as a system property, at any time, or its user in the environment.
 *
 * @param property the name of the property
 * @param inEnvironment what the environment says; looking there on each call would cost memory
 */
record BooleanSetting(String property, boolean inEnvironment) {

  static BooleanSetting of(String property) {
    return new BooleanSetting(
        property, "true".equalsIgnoreCase(RuntimeSettings.inEnvironment(property)));
  }

  boolean isOn() {
    String value = System.getProperty(property);
    return value == null ? inEnvironment : "true".equalsIgnoreCase(value);
  }
}
