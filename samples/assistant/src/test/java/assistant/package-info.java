/** End-to-end tests of the assistant. */
package assistant;
