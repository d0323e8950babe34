package assistant.store;

import io.spanloom.SpanAttribute;
import io.spanloom.Traced;
import java.util.List;
import java.util.UUID;

/** The rooms, each of which belongs to one user. Thread-safe. */
public final class Rooms {

  private final Database database;

  /**
   * Creates the rooms of a database.
   *
   * @param database the database
   */
  public Rooms(Database database) {
    this.database = database;
  }

  /**
   * Adds a room.
   *
   * @param owner the user who may use the room
   * @param title the title
   * @return the room
   */
  @Traced
  public Room add(String owner, String title) {
    Room room = new Room(UUID.randomUUID().toString(), title);
    database.update(
        "insert into room (id, title, owner) values (?, ?, ?)", room.id(), title, owner);
    return room;
  }

  /**
   * Returns the rooms of a user.
   *
   * @param owner the user
   * @return the rooms, ordered by title
   */
  @Traced
  public List<Room> of(String owner) {
    return database.query(
        "select id, title from room where owner = ? order by title, id",
        row -> new Room(row.getString(1), row.getString(2)),
        owner);
  }

  /**
   * Returns whether a room belongs to a user.
   *
   * @param room the room's ID
   * @param user the user
   * @return false also if the room does not exist
   */
  @Traced
  public boolean belongsTo(@SpanAttribute("socket.room") String room, String user) {
    return database
        .queryOne("select id from room where id = ? and owner = ?", row -> true, room, user)
        .isPresent();
  }

  /**
   * A room.
   *
   * @param id the ID
   * @param title the title that its owner chose
   */
  public record Room(String id, String title) {}
}
