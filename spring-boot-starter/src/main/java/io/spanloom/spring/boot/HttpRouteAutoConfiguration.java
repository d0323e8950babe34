package io.spanloom.spring.boot;

import io.spanloom.telemetry.http.ServletSpans;
import io.spanloom.telemetry.identity.CurrentRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Sets {@code http.route} of the spans of {@link ServletSpans} to the pattern of the Spring MVC
 * handler. Has no effect on the spans of other libraries.
 */
@AutoConfiguration
@ConditionalOnClass({ServletSpans.class, WebMvcConfigurer.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public final class HttpRouteAutoConfiguration {

  HttpRouteAutoConfiguration() {}

  @Bean
  WebMvcConfigurer spansHttpRouteConfigurer() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RouteInterceptor());
      }
    };
  }

  private static final class RouteInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
      if (pattern != null) {
        CurrentRequest.route(request.getContextPath() + pattern);
      }
      return true;
    }
  }
}
