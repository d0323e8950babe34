/**
 * Auto-configuration for Spring Boot. Programs do not call it; its classes are public so that they
 * can be excluded.
 */
@NullMarked
package io.spanloom.spring.boot;

import org.jspecify.annotations.NullMarked;
