package shop

import io.spanloom.SpanAttribute
import io.spanloom.Traced

data class Item(val name: String, val size: Int)

class Shop {
  @Traced
  fun sell(
    @SpanAttribute("id") id: String,
    @SpanAttribute(value = "item.name", from = "name") item: Item,
  ): Int = Stock().reserve(item) + id.length
}

@Traced
class Counter(var count: Int) {
  fun add(number: Int): Int {
    count += number
    return count
  }
}
