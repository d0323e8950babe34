package io.spanloom.weaver;

import io.reactivex.rxjava3.core.FlowableSubscriber;
import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.operators.QueueFuseable;
import java.util.ArrayList;
import java.util.List;
import org.reactivestreams.Subscription;

/** Requests fusion, and polls all values if the source agrees. */
final class FusingConsumer implements FlowableSubscriber<Integer>, Observer<Integer> {

  private final int mode;
  final List<Integer> polled = new ArrayList<>();
  int agreed = -1;
  private QueueFuseable<?> queue;

  FusingConsumer(int mode) {
    this.mode = mode;
  }

  private void connect(Object upstream) {
    queue = (QueueFuseable<?>) upstream;
    agreed = queue.requestFusion(mode);
    if (agreed == QueueFuseable.SYNC) {
      poll();
    }
  }

  private void poll() {
    try {
      for (Object value = queue.poll(); value != null; value = queue.poll()) {
        polled.add((Integer) value);
      }
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public void onSubscribe(Subscription upstream) {
    connect(upstream);
    upstream.request(Long.MAX_VALUE);
  }

  @Override
  public void onSubscribe(Disposable upstream) {
    connect(upstream);
  }

  @Override
  public void onNext(Integer value) {
    if (agreed == QueueFuseable.ASYNC) {
      poll();
    }
  }

  @Override
  public void onError(Throwable error) {}

  @Override
  public void onComplete() {
    if (agreed == QueueFuseable.ASYNC) {
      poll();
    }
  }
}
