using System.Globalization;
using System.Text;
using Autogestion.Domain;
using Autogestion.Domain.Pay;
using Autogestion.Office.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Pay;

/// <summary>What is owed to each, as a table for whoever pays: number, name and amount. Only for those who pay out.</summary>
public sealed class FilePage : PayPages
{
    protected override bool Exists => Me is { } person && Authorities.For(new PayAdvances(Visit.Today, null, false), person, Visit.Now, Visit.State) is not null;

    public IActionResult OnGet()
    {
        var text = new StringBuilder("number,name,amount,currency\r\n");
        foreach (var (person, amount) in Book.Owed.OrderBy(one => Visit.State.Roster.Find(one.Key)?.Number ?? int.MaxValue))
            text.Append(CultureInfo.InvariantCulture, $"{Visit.State.Roster.Find(person)?.Number},{PlainTextAccounts.Cell(Visit.NameOf(person))},{amount},{Currency}\r\n");
        return File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", $"{BookId}-pay.csv");
    }
}
