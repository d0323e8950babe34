package shop

import io.spanloom.SpanAttribute
import io.spanloom.Traced
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Job
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flowOf
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking

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

class Courier {
  @Traced
  fun arrival(arrival: Deferred<String>): Deferred<String> = arrival

  @Traced
  fun tour(tour: Job): Job = tour

  @Traced
  fun stops(): Flow<Int> = flowOf(1, 2)

  companion object {
    @JvmStatic
    fun collect(stops: Flow<Int>): List<Int> = runBlocking { stops.toList() }
  }
}
