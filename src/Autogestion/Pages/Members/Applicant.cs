using System.Security.Cryptography;
using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Registry;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Autogestion.Pages.Members;

/// <summary>Who asks to come in, as typed.</summary>
public sealed class Applicant
{
    public string? Name { get; set; }

    public string? Document { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Letter { get; set; }

    /// <summary>An id made from the act's, so that sending the form twice makes one person.</summary>
    public static PersonId IdFrom(Guid act) => new(new Guid(SHA256.HashData([.. "person"u8, .. act.ToByteArray()]).AsSpan(0, 16)));

    /// <summary>Whether the registry would take it; says field by field what is wrong.</summary>
    public bool Check(ModelStateDictionary state, Reader reader)
    {
        Try(nameof(Name), () => InputLimits.Name(Name ?? ""));
        Try(nameof(Document), () => InputLimits.Document(Document));
        Try(nameof(Phone), () => InputLimits.Phone(Phone));
        Try(nameof(Email), () => InputLimits.Email(Email));
        Try(nameof(Letter), () => Letter is null ? null : InputLimits.Words(Letter + " "));
        return state.IsValid;

        void Try(string field, Func<string?> check)
        {
            try
            {
                check();
            }
            catch (InvalidInputException invalid)
            {
                state.AddModelError($"Applicant.{field}", reader[$"members.invalid.{invalid.Rule}"]);
            }
        }
    }

    public PersonDetails Details(string language) => new(Name!, Document, Phone, Email, language);
}
