package shop

import io.spanloom.SpanAttribute
import io.spanloom.Traced
import io.spanloom.telemetry.Telemetry

class Orders {
    @Traced
    fun place(@SpanAttribute("order.id") id: String, @SpanAttribute quantity: Int) {
        reserve(quantity)
    }

    @Traced
    private fun reserve(quantity: Int) {
    }
}

fun main() {
    val telemetry = Telemetry.start()
    Orders().place("o-1", 3)
    telemetry.stop()
}
