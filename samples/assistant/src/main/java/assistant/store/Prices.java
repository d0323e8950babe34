package assistant.store;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** The prices of materials. Thread-safe. */
public final class Prices {

  private static final Map<String, Price> EXAMPLES =
      Map.of(
          "tiles", new Price("m2", new BigDecimal("34.90")),
          "paint", new Price("l", new BigDecimal("11.50")),
          "parquet", new Price("m2", new BigDecimal("58.00")),
          "plaster", new Price("kg", new BigDecimal("0.85")));

  private final Database database;

  /**
   * Creates the prices of a database.
   *
   * @param database the database
   */
  public Prices(Database database) {
    this.database = database;
  }

  /** Adds example prices to an empty table. */
  public void addExamples() {
    if (find("tiles").isEmpty()) {
      EXAMPLES.forEach(
          (material, price) ->
              database.update(
                  "insert into price (material, unit, euro) values (?, ?, ?)",
                  material,
                  price.unit(),
                  price.euro()));
    }
  }

  /**
   * Returns the price of a material.
   *
   * @param material the material's name
   * @return the price, or empty if the material is unknown
   */
  public Optional<Price> find(String material) {
    return database.queryOne(
        "select unit, euro from price where material = ?",
        row -> new Price(row.getString(1), row.getBigDecimal(2)),
        material);
  }

  /**
   * The price of a unit of a material.
   *
   * @param unit the unit, such as {@code m2}
   * @param euro the price
   */
  public record Price(String unit, BigDecimal euro) {}
}
