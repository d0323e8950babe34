package assistant.socket;

import assistant.chat.Rejection;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The acknowledgement of a message.
 *
 * @param status {@code answered}, {@code joined}, {@code rejected} or {@code failed}
 * @param reason the reason for a rejection or failure, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Reply(String status, @Nullable String reason) {

  static final Reply ANSWERED = new Reply("answered", null);
  static final Reply JOINED = new Reply("joined", null);

  static Reply rejected(Rejection reason) {
    return new Reply("rejected", reason.name().toLowerCase(Locale.ROOT));
  }

  static Reply failed(String reason) {
    return new Reply("failed", reason);
  }
}
