package io.spanloom.deferred.jdk;

import java.util.DoubleSummaryStatistics;
import java.util.OptionalDouble;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiConsumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import java.util.function.DoubleToIntFunction;
import java.util.function.DoubleToLongFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ObjDoubleConsumer;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A {@code DoubleStream} whose terminal operation ends a span. */
final class TracedDoubleStream extends TracedBaseStream<Double, DoubleStream>
    implements DoubleStream {

  TracedDoubleStream(DoubleStream delegate, Traversal traversal) {
    super(delegate, traversal);
  }

  @Override
  public DoubleStream filter(DoublePredicate predicate) {
    return new TracedDoubleStream(delegate.filter(predicate), traversal);
  }

  @Override
  public DoubleStream map(DoubleUnaryOperator mapper) {
    return new TracedDoubleStream(delegate.map(mapper), traversal);
  }

  @Override
  public IntStream mapToInt(DoubleToIntFunction mapper) {
    return new TracedIntStream(delegate.mapToInt(mapper), traversal);
  }

  @Override
  public LongStream mapToLong(DoubleToLongFunction mapper) {
    return new TracedLongStream(delegate.mapToLong(mapper), traversal);
  }

  @Override
  public <U> Stream<U> mapToObj(DoubleFunction<? extends U> mapper) {
    return new TracedStream<>(delegate.mapToObj(mapper), traversal);
  }

  @Override
  public Stream<Double> boxed() {
    return new TracedStream<>(delegate.boxed(), traversal);
  }

  @Override
  public DoubleStream flatMap(DoubleFunction<? extends DoubleStream> mapper) {
    return new TracedDoubleStream(delegate.flatMap(mapper), traversal);
  }

  @Override
  public DoubleStream mapMulti(DoubleStream.DoubleMapMultiConsumer mapper) {
    return new TracedDoubleStream(delegate.mapMulti(mapper), traversal);
  }

  @Override
  public DoubleStream distinct() {
    return new TracedDoubleStream(delegate.distinct(), traversal);
  }

  @Override
  public DoubleStream sorted() {
    return new TracedDoubleStream(delegate.sorted(), traversal);
  }

  @Override
  public DoubleStream peek(DoubleConsumer action) {
    return new TracedDoubleStream(delegate.peek(action), traversal);
  }

  @Override
  public DoubleStream limit(long maxSize) {
    return new TracedDoubleStream(delegate.limit(maxSize), traversal);
  }

  @Override
  public DoubleStream skip(long count) {
    return new TracedDoubleStream(delegate.skip(count), traversal);
  }

  @Override
  public DoubleStream takeWhile(DoublePredicate predicate) {
    return new TracedDoubleStream(delegate.takeWhile(predicate), traversal);
  }

  @Override
  public DoubleStream dropWhile(DoublePredicate predicate) {
    return new TracedDoubleStream(delegate.dropWhile(predicate), traversal);
  }

  @Override
  public void forEach(DoubleConsumer action) {
    traversal.run(() -> delegate.forEach(action));
  }

  @Override
  public void forEachOrdered(DoubleConsumer action) {
    traversal.run(() -> delegate.forEachOrdered(action));
  }

  @Override
  public double[] toArray() {
    return traversal.result(delegate::toArray);
  }

  @Override
  public OptionalDouble reduce(DoubleBinaryOperator accumulator) {
    return traversal.result(() -> delegate.reduce(accumulator));
  }

  @Override
  public double reduce(double identity, DoubleBinaryOperator accumulator) {
    return traversal.result(() -> delegate.reduce(identity, accumulator));
  }

  @Override
  public <R> R collect(
      Supplier<R> supplier, ObjDoubleConsumer<R> accumulator, BiConsumer<R, R> combiner) {
    return traversal.result(() -> delegate.collect(supplier, accumulator, combiner));
  }

  @Override
  public double sum() {
    return traversal.result(delegate::sum);
  }

  @Override
  public OptionalDouble min() {
    return traversal.result(delegate::min);
  }

  @Override
  public OptionalDouble max() {
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
  public DoubleSummaryStatistics summaryStatistics() {
    return traversal.result(delegate::summaryStatistics);
  }

  @Override
  public boolean anyMatch(DoublePredicate predicate) {
    return traversal.result(() -> delegate.anyMatch(predicate));
  }

  @Override
  public boolean allMatch(DoublePredicate predicate) {
    return traversal.result(() -> delegate.allMatch(predicate));
  }

  @Override
  public boolean noneMatch(DoublePredicate predicate) {
    return traversal.result(() -> delegate.noneMatch(predicate));
  }

  @Override
  public OptionalDouble findFirst() {
    return traversal.result(delegate::findFirst);
  }

  @Override
  public OptionalDouble findAny() {
    return traversal.result(delegate::findAny);
  }

  @Override
  public PrimitiveIterator.OfDouble iterator() {
    return Spliterators.iterator(spliterator());
  }

  @Override
  public Spliterator.OfDouble spliterator() {
    return new TracedDoubleSpliterator(delegate.spliterator(), traversal);
  }

  @Override
  public DoubleStream sequential() {
    return super.sequential();
  }

  @Override
  public DoubleStream parallel() {
    return super.parallel();
  }

  @Override
  DoubleStream traced(DoubleStream next) {
    return new TracedDoubleStream(next, traversal);
  }
}
