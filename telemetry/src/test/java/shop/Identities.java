package shop;

import io.spanloom.telemetry.http.HttpClients;
import io.spanloom.telemetry.http.ServletSpans;
import io.spanloom.telemetry.identity.CurrentRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpClient;

class Identities {

  // known when the request comes in
  ServletSpans filter() {
    return new ServletSpans()
        .user(HttpServletRequest::getRemoteUser)
        .session(HttpServletRequest::getRequestedSessionId);
  }

  // known later
  void loggedIn(String user) {
    CurrentRequest.user(user);
  }

  // to services of one's own, which say new ServletSpans().trustInboundBaggage()
  HttpClient inside() {
    return HttpClients.traced(
        HttpClient.newHttpClient(), uri -> uri.getHost().endsWith(".shop.internal"));
  }
}
