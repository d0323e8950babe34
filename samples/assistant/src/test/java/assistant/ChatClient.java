package assistant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.json.JSONException;
import org.json.JSONObject;

/** A user with the real Socket.IO client, who does what the page does. */
final class ChatClient implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SECONDS = 20;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Random random = new Random();
  private final String url;
  private final int socketPort;
  private final String visit = newTraceparent();
  private final BlockingQueue<String> parts = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private String token = "";
  private Socket socket;

  ChatClient(Assistant assistant) {
    this(assistant.url(), assistant.socketPort());
  }

  ChatClient(String url, int socketPort) {
    this.url = url;
    this.socketPort = socketPort;
  }

  /** Signs in and connects. */
  static ChatClient signedIn(Assistant assistant, String user) throws Exception {
    ChatClient client = new ChatClient(assistant);
    client.signIn(user, user + "-demo");
    client.connect("websocket");
    return client;
  }

  String newTraceparent() {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    String hex = HexFormat.of().formatHex(bytes);
    return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-01";
  }

  String visit() {
    return visit;
  }

  String token() {
    return token;
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("traceparent", visit)
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> signIn(String user, String password)
      throws IOException, InterruptedException {
    String body = JSON.writeValueAsString(Map.of("name", user, "password", password));
    HttpResponse<String> response = post("api/sign-in", body);
    if (response.statusCode() == 200) {
      token = JSON.readTree(response.body()).path("token").asText();
    }
    return response;
  }

  List<String> rooms() throws IOException, InterruptedException {
    return JSON.readTree(get("api/rooms").body()).findValuesAsText("id");
  }

  JsonNode messages(String room) throws IOException, InterruptedException {
    return JSON.readTree(get("api/rooms/" + room + "/messages").body());
  }

  /** Connects with one transport, and returns the socket's ID. */
  String connect(String transport) throws Exception {
    IO.Options options =
        IO.Options.builder()
            .setForceNew(true)
            .setReconnection(false)
            .setTransports(new String[] {transport})
            .setAuth(Map.of("token", token, "traceparent", visit))
            .build();
    socket = IO.socket("http://localhost:" + socketPort, options);
    CompletableFuture<String> connected = new CompletableFuture<>();
    socket.once(Socket.EVENT_CONNECT, ignored -> connected.complete(socket.id()));
    socket.once(
        Socket.EVENT_CONNECT_ERROR,
        error -> connected.completeExceptionally(new IOException("not connected")));
    socket.on("part", values -> parts.add(text(values)));
    socket.on("answer", values -> answers.add(text(values)));
    socket.connect();
    return connected.get(SECONDS, TimeUnit.SECONDS);
  }

  void disconnect() throws Exception {
    CompletableFuture<Void> disconnected = new CompletableFuture<>();
    socket.once(Socket.EVENT_DISCONNECT, ignored -> disconnected.complete(null));
    socket.disconnect();
    disconnected.get(SECONDS, TimeUnit.SECONDS);
  }

  JSONObject join(String room) throws Exception {
    return emit("join", new JSONObject(Map.of("room", room, "traceparent", visit)));
  }

  /** Asks a question in the trace of the visit, and returns the acknowledgement. */
  JSONObject ask(String room, String text) throws Exception {
    return ask(room, text, visit);
  }

  JSONObject ask(String room, String text, String traceparent) throws Exception {
    return send(room, text, traceparent).get(SECONDS, TimeUnit.SECONDS);
  }

  CompletableFuture<JSONObject> send(String room, String text, String traceparent) {
    return send(UUID.randomUUID().toString(), room, text, traceparent);
  }

  /** Asks a question with an ID in the trace of the visit, and returns the acknowledgement. */
  JSONObject askWithId(String id, String room, String text) throws Exception {
    return send(id, room, text, visit).get(SECONDS, TimeUnit.SECONDS);
  }

  private CompletableFuture<JSONObject> send(
      String id, String room, String text, String traceparent) {
    return emitLater(
        "message",
        new JSONObject(Map.of("id", id, "room", room, "text", text, "traceparent", traceparent)));
  }

  String nextPart() throws InterruptedException {
    return parts.poll(SECONDS, TimeUnit.SECONDS);
  }

  String nextAnswer() throws InterruptedException {
    return answers.poll(SECONDS, TimeUnit.SECONDS);
  }

  int pendingAnswers() {
    return answers.size();
  }

  private JSONObject emit(String event, JSONObject packet) throws Exception {
    return emitLater(event, packet).get(SECONDS, TimeUnit.SECONDS);
  }

  CompletableFuture<JSONObject> emitLater(String event, JSONObject packet) {
    CompletableFuture<JSONObject> reply = new CompletableFuture<>();
    Ack acknowledged = values -> reply.complete((JSONObject) values[0]);
    socket.emit(event, new Object[] {packet}, acknowledged);
    return reply;
  }

  private static String text(Object... values) {
    try {
      return ((JSONObject) values[0]).getString("text");
    } catch (JSONException invalid) {
      throw new AssertionError(invalid);
    }
  }

  @Override
  public void close() {
    if (socket != null) {
      socket.disconnect();
    }
  }
}
