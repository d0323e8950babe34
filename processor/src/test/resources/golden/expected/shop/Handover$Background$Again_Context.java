package shop;

import io.spanloom.runtime.woven.GeneratedPropagation;
import javax.annotation.processing.Generated;

/**
 * Makes tasks of {@link Handover.Background.Again} carry the current context to the thread that runs them.
 *
 * <p>At build time, each call that hands a task to another thread changes, in this class and in its
 * nested, local and anonymous classes: {@code executor.execute(task)} becomes
 * {@code executor.execute(ContextTasks.wrapRunnable(task))}.
 */
@Generated(value = "io.spanloom.processor.SpansProcessor", comments = "Spanloom (version)")
@GeneratedPropagation(type = "shop.Handover$Background$Again")
final class Handover$Background$Again_Context {
}
