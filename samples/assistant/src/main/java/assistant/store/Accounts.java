package assistant.store;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.KeySpec;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The users and the hashes of their passwords. Thread-safe. */
public final class Accounts {

  private static final int ITERATIONS = 20_000;
  private static final int HASH_BITS = 256;
  private static final String SALT_OF_UNKNOWN_USERS = "00".repeat(16);

  private final Database database;
  private final SecureRandom random = new SecureRandom();

  /**
   * Creates the accounts of a database.
   *
   * @param database the database
   */
  public Accounts(Database database) {
    this.database = database;
  }

  /**
   * Adds a user, unless the name exists.
   *
   * @param name the user's name
   * @param password the password
   */
  public void add(String name, String password) {
    if (exists(name)) {
      return;
    }
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    database.update(
        "insert into account (name, salt, password_hash) values (?, ?, ?)",
        name,
        HexFormat.of().formatHex(salt),
        HexFormat.of().formatHex(hash(password, salt)));
  }

  /**
   * Returns whether a password is correct. Takes as long for an unknown user as for a known one.
   *
   * @param name the user's name
   * @param password the password
   * @return true if the user exists and has this password
   */
  @Traced
  public boolean verify(@SpanAttribute("user.id") String name, String password) {
    record Secret(String salt, String hash) {}

    Secret secret =
        database
            .queryOne(
                "select salt, password_hash from account where name = ?",
                row -> new Secret(row.getString(1), row.getString(2)),
                name)
            .orElse(new Secret(SALT_OF_UNKNOWN_USERS, ""));
    byte[] hash = hash(password, HexFormat.of().parseHex(secret.salt));
    return MessageDigest.isEqual(hash, HexFormat.of().parseHex(secret.hash));
  }

  private boolean exists(String name) {
    return database
        .queryOne("select name from account where name = ?", row -> true, name)
        .isPresent();
  }

  private static byte[] hash(String password, byte[] salt) {
    try {
      KeySpec spec = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, HASH_BITS);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible); // every JDK provides the algorithm
    }
  }
}
