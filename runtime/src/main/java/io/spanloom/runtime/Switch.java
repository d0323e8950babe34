package io.spanloom.runtime;

/**
 * What the program sets as a system property, at any time, or its user in the environment.
 *
 * @param property the name of the property
 * @param inEnvironment what the environment says; looking there on each call would cost memory
 */
record Switch(String property, boolean inEnvironment) {

  static Switch of(String property) {
    return new Switch(property, "true".equalsIgnoreCase(Settings.inEnvironment(property)));
  }

  boolean isOn() {
    String value = System.getProperty(property);
    return value == null ? inEnvironment : "true".equalsIgnoreCase(value);
  }
}
