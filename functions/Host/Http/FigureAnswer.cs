using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Pipeline.Reports.Provenance;
using Pipeline.Stages;

namespace Host.Http;

/// <summary>溯源 over HTTP: what was found, or a problem with the reason why nothing was.</summary>
internal static class FigureAnswer
{
    public static ContentResult Of(QueryAnswer<FigureTree> answer) => answer.Found is { Figure: var figure } tree
        ? JsonAnswer.Of(new
        {
            figure.Id, figure.Name, figure.Section, figure.Printed, figure.Raw, figure.Expression, figure.Node, figure.Tail, figure.Pinned, tree.Additive, tree.Branches,
        })
        : JsonAnswer.Problem(StatusCodes.Status404NotFound, "查不到这个数", answer.Reason!);

    public static ContentResult Of(QueryAnswer<CellReach> answer) => answer.Found is { } reach
        ? JsonAnswer.Of(new
        {
            reach.Unit, reach.Sheet, reach.Cell, reach.Item, reach.Column, reach.Label, reach.Figures,
            Sentences = reach.Sentences.Select(s => new { s.Place, Text = s.Marked }),
            Cells = reach.Cells.Select(c => new { c.Place, c.Row, c.Column, Text = c.Marked }),
        })
        : JsonAnswer.Problem(StatusCodes.Status404NotFound, "查不到这个单元格", answer.Reason!);

    public static ContentResult Of(QueryAnswer<WhatIfAnswer> answer) => answer.Found is { } changes
        ? JsonAnswer.Of(changes)
        : JsonAnswer.Problem(StatusCodes.Status409Conflict, "不能这样假设", answer.Reason!);
}
