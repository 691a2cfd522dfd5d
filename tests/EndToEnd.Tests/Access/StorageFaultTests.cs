using Azure;
using Host.Access;
using Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using Pipeline.Catalogue;
using Pipeline.Review;
using Pipeline.Stages;

namespace EndToEnd.Tests.Access;

/// <summary>What a caller hears when something fails behind the door.</summary>
public sealed class StorageFaultTests
{
    public static TheoryData<Exception> OfTheWorld =>
    [
        new RequestFailedException(503, "Server busy"),
        new RequestFailedException(429, "Too many requests"),
        new RequestFailedException("no connection"),
        new AggregateException(new RequestFailedException(500, "first try"), new IOException("second try")),
        new AggregateException(new TaskCanceledException("a try took too long", new TaskCanceledException("inner")), new TaskCanceledException("the next too")),
        new IOException("the line is down"),
        new HttpRequestException("no such host"),
    ];

    public static TheoryData<Exception> OfOurs =>
    [
        new InvalidOperationException("a defect"),
        new RequestFailedException(403, "no role"),
        new RequestFailedException(404, "no table"),
        new AggregateException(new RequestFailedException(500, "a try"), new InvalidOperationException("a defect")),
        new AggregateException("of nothing"),
        new FileNotFoundException("no catalogue"),
        new EndOfStreamException("half a file of ours"),
    ];

    [Theory]
    [MemberData(nameof(OfTheWorld))]
    public async Task Storage_that_does_not_answer_is_told_in_words_and_when_to_ask_again(Exception fault)
    {
        var (log, request) = (new FaultLog(), Request());

        var answer = Assert.IsType<ContentResult>(await AnswerAsync(log, request, fault));

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, answer.StatusCode);
        Assert.Contains("请半分钟后再试", answer.Content, StringComparison.Ordinal);
        Assert.DoesNotContain(fault.Message, answer.Content, StringComparison.Ordinal);
        Assert.Equal("30", request.HttpContext.Response.Headers.RetryAfter);
        // Whoever operates it must be able to see what it was.
        Assert.Same(fault, Assert.Single(log.Faults));
    }

    [Theory]
    [MemberData(nameof(OfOurs))]
    public async Task Whatever_asking_again_does_not_mend_fails_loudly(Exception fault)
    {
        var log = new FaultLog();

        Assert.Same(fault, await Record.ExceptionAsync(() => AnswerAsync(log, Request(), fault)));
        Assert.Empty(log.Faults);
    }

    [Fact]
    public async Task A_caller_who_went_away_is_no_fault_of_the_storage()
    {
        var (log, request) = (new FaultLog(), Request());
        using var gone = new CancellationTokenSource();
        request.HttpContext.RequestAborted = gone.Token;
        await gone.CancelAsync();
        var given = new TaskCanceledException("given up");

        Assert.Same(given, await Record.ExceptionAsync(() => AnswerAsync(log, request, given)));
        Assert.Empty(log.Faults);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_no_fault_of_the_storage()
    {
        var (log, request) = (new FaultLog(), Request());
        (request.Method, request.ContentType, request.ContentLength, request.Body) = ("POST", "application/json", 100, new BrokenOff());

        var fault = await Record.ExceptionAsync(() => Reception(log).AnswerAsync<Wish>(request, Right.SeeYear, 2023, null, (_, _) => throw new InvalidOperationException("never"), default));

        Assert.IsType<IOException>(fault);
        Assert.Empty(log.Faults);
    }

    private static Task<IActionResult> AnswerAsync(FaultLog log, HttpRequest request, Exception fault) =>
        Reception(log).AnswerAsync(request, Right.SeeYear, 2023, _ => Task.FromException<IActionResult>(fault));

    private static Reception Reception(FaultLog log) => new(new AccessControl(new Everybody()), new Catalogues(CatalogueFolder.Default), log);

    private static HttpRequest Request() => new DefaultHttpContext().Request;

    private sealed class Everybody : ICallers
    {
        public Caller? Find(HttpRequest request) => new("x", "某人", PersonRole.Director, null);
    }

    private sealed record Wish(string Text);

    private sealed class BrokenOff : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("The connection was reset.");

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => throw new IOException("The connection was reset.");
    }

    private sealed class FaultLog : ILogger<Reception>
    {
        public List<Exception?> Faults { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Faults.Add(exception);
    }
}
