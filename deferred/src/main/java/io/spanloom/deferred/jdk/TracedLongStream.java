package io.spanloom.deferred.jdk;

import java.util.LongSummaryStatistics;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiConsumer;
import java.util.function.LongBinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongToIntFunction;
import java.util.function.LongUnaryOperator;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A {@code LongStream} whose terminal operation ends a span. */
final class TracedLongStream extends TracedBaseStream<Long, LongStream> implements LongStream {

  TracedLongStream(LongStream delegate, Traversal traversal) {
    super(delegate, traversal);
  }

  @Override
  public LongStream filter(LongPredicate predicate) {
    return new TracedLongStream(delegate.filter(predicate), traversal);
  }

  @Override
  public LongStream map(LongUnaryOperator mapper) {
    return new TracedLongStream(delegate.map(mapper), traversal);
  }

  @Override
  public IntStream mapToInt(LongToIntFunction mapper) {
    return new TracedIntStream(delegate.mapToInt(mapper), traversal);
  }

  @Override
  public DoubleStream mapToDouble(LongToDoubleFunction mapper) {
    return new TracedDoubleStream(delegate.mapToDouble(mapper), traversal);
  }

  @Override
  public <U> Stream<U> mapToObj(LongFunction<? extends U> mapper) {
    return new TracedStream<>(delegate.mapToObj(mapper), traversal);
  }

  @Override
  public DoubleStream asDoubleStream() {
    return new TracedDoubleStream(delegate.asDoubleStream(), traversal);
  }

  @Override
  public Stream<Long> boxed() {
    return new TracedStream<>(delegate.boxed(), traversal);
  }

  @Override
  public LongStream flatMap(LongFunction<? extends LongStream> mapper) {
    return new TracedLongStream(delegate.flatMap(mapper), traversal);
  }

  @Override
  public LongStream mapMulti(LongStream.LongMapMultiConsumer mapper) {
    return new TracedLongStream(delegate.mapMulti(mapper), traversal);
  }

  @Override
  public LongStream distinct() {
    return new TracedLongStream(delegate.distinct(), traversal);
  }

  @Override
  public LongStream sorted() {
    return new TracedLongStream(delegate.sorted(), traversal);
  }

  @Override
  public LongStream peek(LongConsumer action) {
    return new TracedLongStream(delegate.peek(action), traversal);
  }

  @Override
  public LongStream limit(long maxSize) {
    return new TracedLongStream(delegate.limit(maxSize), traversal);
  }

  @Override
  public LongStream skip(long count) {
    return new TracedLongStream(delegate.skip(count), traversal);
  }

  @Override
  public LongStream takeWhile(LongPredicate predicate) {
    return new TracedLongStream(delegate.takeWhile(predicate), traversal);
  }

  @Override
  public LongStream dropWhile(LongPredicate predicate) {
    return new TracedLongStream(delegate.dropWhile(predicate), traversal);
  }

  @Override
  public void forEach(LongConsumer action) {
    traversal.run(() -> delegate.forEach(action));
  }

  @Override
  public void forEachOrdered(LongConsumer action) {
    traversal.run(() -> delegate.forEachOrdered(action));
  }

  @Override
  public long[] toArray() {
    return traversal.result(delegate::toArray);
  }

  @Override
  public OptionalLong reduce(LongBinaryOperator accumulator) {
    return traversal.result(() -> delegate.reduce(accumulator));
  }

  @Override
  public long reduce(long identity, LongBinaryOperator accumulator) {
    return traversal.result(() -> delegate.reduce(identity, accumulator));
  }

  @Override
  public <R> R collect(
      Supplier<R> supplier, ObjLongConsumer<R> accumulator, BiConsumer<R, R> combiner) {
    return traversal.result(() -> delegate.collect(supplier, accumulator, combiner));
  }

  @Override
  public long sum() {
    return traversal.result(delegate::sum);
  }

  @Override
  public OptionalLong min() {
    return traversal.result(delegate::min);
  }

  @Override
  public OptionalLong max() {
    return traversal.result(delegate::max);
  }

  @Override
  public long count() {
    return traversal.result(delegate::count);
  }

  @Override
  public OptionalDouble average() {
    return traversal.result(delegate::average);
  }

  @Override
  public LongSummaryStatistics summaryStatistics() {
    return traversal.result(delegate::summaryStatistics);
  }

  @Override
  public boolean anyMatch(LongPredicate predicate) {
    return traversal.result(() -> delegate.anyMatch(predicate));
  }

  @Override
  public boolean allMatch(LongPredicate predicate) {
    return traversal.result(() -> delegate.allMatch(predicate));
  }

  @Override
  public boolean noneMatch(LongPredicate predicate) {
    return traversal.result(() -> delegate.noneMatch(predicate));
  }

  @Override
  public OptionalLong findFirst() {
    return traversal.result(delegate::findFirst);
  }

  @Override
  public OptionalLong findAny() {
    return traversal.result(delegate::findAny);
  }

  @Override
  public PrimitiveIterator.OfLong iterator() {
    return Spliterators.iterator(spliterator());
  }

  @Override
  public Spliterator.OfLong spliterator() {
    return new TracedLongSpliterator(delegate.spliterator(), traversal);
  }

  @Override
  public LongStream sequential() {
    return super.sequential();
  }

  @Override
  public LongStream parallel() {
    return super.parallel();
  }

  @Override
  LongStream traced(LongStream next) {
    return new TracedLongStream(next, traversal);
  }
}
