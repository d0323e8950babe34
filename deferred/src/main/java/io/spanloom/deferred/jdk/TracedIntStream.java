package io.spanloom.deferred.jdk;

import java.util.IntSummaryStatistics;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiConsumer;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A {@code IntStream} whose terminal operation ends a span. */
final class TracedIntStream extends TracedBaseStream<Integer, IntStream> implements IntStream {

  TracedIntStream(IntStream delegate, Traversal traversal) {
    super(delegate, traversal);
  }

  @Override
  public IntStream filter(IntPredicate predicate) {
    return new TracedIntStream(delegate.filter(predicate), traversal);
  }

  @Override
  public IntStream map(IntUnaryOperator mapper) {
    return new TracedIntStream(delegate.map(mapper), traversal);
  }

  @Override
  public LongStream mapToLong(IntToLongFunction mapper) {
    return new TracedLongStream(delegate.mapToLong(mapper), traversal);
  }

  @Override
  public DoubleStream mapToDouble(IntToDoubleFunction mapper) {
    return new TracedDoubleStream(delegate.mapToDouble(mapper), traversal);
  }

  @Override
  public <U> Stream<U> mapToObj(IntFunction<? extends U> mapper) {
    return new TracedStream<>(delegate.mapToObj(mapper), traversal);
  }

  @Override
  public LongStream asLongStream() {
    return new TracedLongStream(delegate.asLongStream(), traversal);
  }

  @Override
  public DoubleStream asDoubleStream() {
    return new TracedDoubleStream(delegate.asDoubleStream(), traversal);
  }

  @Override
  public Stream<Integer> boxed() {
    return new TracedStream<>(delegate.boxed(), traversal);
  }

  @Override
  public IntStream flatMap(IntFunction<? extends IntStream> mapper) {
    return new TracedIntStream(delegate.flatMap(mapper), traversal);
  }

  @Override
  public IntStream mapMulti(IntStream.IntMapMultiConsumer mapper) {
    return new TracedIntStream(delegate.mapMulti(mapper), traversal);
  }

  @Override
  public IntStream distinct() {
    return new TracedIntStream(delegate.distinct(), traversal);
  }

  @Override
  public IntStream sorted() {
    return new TracedIntStream(delegate.sorted(), traversal);
  }

  @Override
  public IntStream peek(IntConsumer action) {
    return new TracedIntStream(delegate.peek(action), traversal);
  }

  @Override
  public IntStream limit(long maxSize) {
    return new TracedIntStream(delegate.limit(maxSize), traversal);
  }

  @Override
  public IntStream skip(long count) {
    return new TracedIntStream(delegate.skip(count), traversal);
  }

  @Override
  public IntStream takeWhile(IntPredicate predicate) {
    return new TracedIntStream(delegate.takeWhile(predicate), traversal);
  }

  @Override
  public IntStream dropWhile(IntPredicate predicate) {
    return new TracedIntStream(delegate.dropWhile(predicate), traversal);
  }

  @Override
  public void forEach(IntConsumer action) {
    traversal.run(() -> delegate.forEach(action));
  }

  @Override
  public void forEachOrdered(IntConsumer action) {
    traversal.run(() -> delegate.forEachOrdered(action));
  }

  @Override
  public int[] toArray() {
    return traversal.result(delegate::toArray);
  }

  @Override
  public OptionalInt reduce(IntBinaryOperator accumulator) {
    return traversal.result(() -> delegate.reduce(accumulator));
  }

  @Override
  public int reduce(int identity, IntBinaryOperator accumulator) {
    return traversal.result(() -> delegate.reduce(identity, accumulator));
  }

  @Override
  public <R> R collect(
      Supplier<R> supplier, ObjIntConsumer<R> accumulator, BiConsumer<R, R> combiner) {
    return traversal.result(() -> delegate.collect(supplier, accumulator, combiner));
  }

  @Override
  public int sum() {
    return traversal.result(delegate::sum);
  }

  @Override
  public OptionalInt min() {
    return traversal.result(delegate::min);
  }

  @Override
  public OptionalInt max() {
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
  public IntSummaryStatistics summaryStatistics() {
    return traversal.result(delegate::summaryStatistics);
  }

  @Override
  public boolean anyMatch(IntPredicate predicate) {
    return traversal.result(() -> delegate.anyMatch(predicate));
  }

  @Override
  public boolean allMatch(IntPredicate predicate) {
    return traversal.result(() -> delegate.allMatch(predicate));
  }

  @Override
  public boolean noneMatch(IntPredicate predicate) {
    return traversal.result(() -> delegate.noneMatch(predicate));
  }

  @Override
  public OptionalInt findFirst() {
    return traversal.result(delegate::findFirst);
  }

  @Override
  public OptionalInt findAny() {
    return traversal.result(delegate::findAny);
  }

  @Override
  public PrimitiveIterator.OfInt iterator() {
    return Spliterators.iterator(spliterator());
  }

  @Override
  public Spliterator.OfInt spliterator() {
    return new TracedIntSpliterator(delegate.spliterator(), traversal);
  }

  @Override
  public IntStream sequential() {
    return super.sequential();
  }

  @Override
  public IntStream parallel() {
    return super.parallel();
  }

  @Override
  IntStream traced(IntStream next) {
    return new TracedIntStream(next, traversal);
  }
}
