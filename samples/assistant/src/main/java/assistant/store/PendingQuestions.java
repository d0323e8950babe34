package assistant.store;

import assistant.store.Messages.Message;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The questions that are accepted and not answered yet. A worker claims a question before it
 * answers it. A claim expires unless it is renewed, so that another worker takes over the question
 * of a worker that was killed. Thread-safe.
 */
public final class PendingQuestions {

  private static final Logger LOG = LoggerFactory.getLogger(PendingQuestions.class);

  /** The number of claims after which a question is discarded, as it may be what fails. */
  private static final int MAX_ATTEMPTS = 3;

  private static final String NO_CLAIM = "";
  private static final String REMOVAL = "delete from pending_question where claim = ?";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Database database;
  private final Database untraced;
  private final Duration claimTime;
  private final String claimedUntil;

  /**
   * Creates the pending questions of a database.
   *
   * @param database the database
   * @param claimTime the time after which a claim expires unless it is renewed, in whole seconds
   */
  public PendingQuestions(Database database, Duration claimTime) {
    this.database = database;
    this.untraced = database.untraced();
    this.claimTime = claimTime;
    this.claimedUntil = "current_timestamp + " + claimTime.toSeconds() + " * interval '1' second";
  }

  /** Returns the time after which a claim expires unless it is renewed. */
  public Duration claimTime() {
    return claimTime;
  }

  /**
   * Adds a question, for any worker to claim.
   *
   * @param pending the question
   * @throws DatabaseException also if a question with this ID is pending in the room
   */
  public void add(Pending pending) {
    insert(new Claim(NO_CLAIM, pending), "current_timestamp", 0);
  }

  /**
   * Adds a question that the caller answers.
   *
   * @param pending the question
   * @return the claim
   * @throws DatabaseException also if a question with this ID is pending in the room
   */
  public Claim addClaimed(Pending pending) {
    Claim claim = new Claim(UUID.randomUUID().toString(), pending);
    insert(claim, claimedUntil, 1);
    return claim;
  }

  private void insert(Claim claim, String expiry, int attempts) {
    Pending pending = claim.pending();
    database.update(
        "insert into pending_question (id, author, content, room, traceparent, request, claim,"
            + " attempts, claimed_until) values (?, ?, ?, ?, ?, ?, ?, ?, "
            + expiry
            + ")",
        pending.question().id(),
        pending.question().author(),
        pending.question().content(),
        pending.room(),
        pending.traceparent(),
        json(pending.request()),
        claim.token(),
        attempts);
  }

  /**
   * Claims the question that has waited longest. Called often, so it has no spans.
   *
   * @return the claim, or empty if no question waits
   */
  public Optional<Claim> claim() {
    record Waiting(Pending pending, int attempts) {}

    return untraced
        .queryOne(
            "select id, author, content, room, traceparent, request, attempts from pending_question"
                + " where claimed_until <= current_timestamp order by claimed_until limit 1",
            row ->
                new Waiting(
                    new Pending(
                        new Message(row.getString(1), row.getString(2), row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        map(row.getString(6))),
                    row.getInt(7)))
        .flatMap(
            waiting ->
                waiting.attempts < MAX_ATTEMPTS
                    ? claim(waiting.pending)
                    : discard(waiting.pending));
  }

  private Optional<Claim> claim(Pending pending) {
    Claim claim = new Claim(UUID.randomUUID().toString(), pending);
    int claimed =
        untraced.update(
            "update pending_question set claim = ?, draft = '', attempts = attempts + 1,"
                + (" claimed_until = " + claimedUntil)
                + " where room = ? and id = ? and claimed_until <= current_timestamp",
            claim.token(),
            pending.room(),
            pending.question().id());
    return claimed == 0 ? Optional.empty() : Optional.of(claim);
  }

  private Optional<Claim> discard(Pending pending) {
    LOG.warn("Discarding the question {}", pending.question().id());
    untraced.update(
        "delete from pending_question"
            + " where room = ? and id = ? and claimed_until <= current_timestamp",
        pending.room(),
        pending.question().id());
    return Optional.empty();
  }

  /**
   * Renews a claim. Called often, so it has no spans.
   *
   * @param claim the claim
   */
  public void renew(Claim claim) {
    untraced.update(
        "update pending_question set claimed_until = " + claimedUntil + " where claim = ?",
        claim.token());
  }

  /**
   * Appends a part to the draft of the answer. Called often, so it has no spans.
   *
   * @param claim the claim of the question; without effect if another worker has taken it over
   * @param part the part
   */
  public void extendDraft(Claim claim, String part) {
    untraced.update(
        "update pending_question set draft = draft || ? where claim = ?", part, claim.token());
  }

  /**
   * Returns the draft of the answer. Called often, so it has no spans.
   *
   * @param pending the question
   * @return the draft, or empty if the question is not pending any more
   */
  public Optional<String> draft(Pending pending) {
    return untraced.queryOne(
        "select draft from pending_question where room = ? and id = ?",
        row -> row.getString(1),
        pending.room(),
        pending.question().id());
  }

  /**
   * Moves a question with its answer to the messages of the room, in one transaction.
   *
   * @param claim the claim of the question
   * @param answer the text of the answer
   * @return false without any effect if another worker has taken over the question
   */
  public boolean answer(Claim claim, String answer) {
    Message question = claim.pending().question();
    String room = claim.pending().room();
    return database.updateAll(
        List.of(
            Database.Update.of(REMOVAL, claim.token()),
            Messages.addition(room, question),
            Messages.addition(room, new Message(question.id(), Messages.ASSISTANT, answer))));
  }

  /**
   * Removes a question that cannot be answered.
   *
   * @param claim the claim of the question; without effect if another worker has taken it over
   */
  public void remove(Claim claim) {
    database.update(REMOVAL, claim.token());
  }

  private static String json(Map<String, String> map) {
    try {
      return JSON.writeValueAsString(map);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible); // a map of strings has a JSON form
    }
  }

  private static Map<String, String> map(String json) {
    try {
      return JSON.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException invalid) {
      return Map.of();
    }
  }

  /**
   * A pending question.
   *
   * @param question the question
   * @param room the room's ID
   * @param traceparent the trace context of the span that accepted the question, or an empty string
   * @param request the IDs and attributes of the request that asked the question
   */
  public record Pending(
      Message question, String room, String traceparent, Map<String, String> request) {

    /** Returns the trace context as a map of headers. */
    public Map<String, String> trace() {
      return Map.of("traceparent", traceparent);
    }
  }

  /**
   * A worker's claim of a question.
   *
   * @param token identifies the claim
   * @param pending the question
   */
  public record Claim(String token, Pending pending) {}
}
