/** The woven program, compiled against the oldest OpenTelemetry and run with each version. */
package program;
