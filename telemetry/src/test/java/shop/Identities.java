package shop;

import io.spanloom.telemetry.http.HttpClients;
import io.spanloom.telemetry.http.ServletSpans;
import io.spanloom.telemetry.identity.CurrentRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpClient;

class Identities {

  // IDs known when the request arrives
  ServletSpans filter() {
    return new ServletSpans()
        .user(HttpServletRequest::getRemoteUser)
        .session(HttpServletRequest::getRequestedSessionId);
  }

  // IDs known later
  void loggedIn(String user) {
    CurrentRequest.user(user);
  }

  // for your own services, which accept it with new ServletSpans().trustInboundBaggage()
  HttpClient internalClient() {
    return HttpClients.traced(
        HttpClient.newHttpClient(), uri -> uri.getHost().endsWith(".shop.internal"));
  }
}
