extension Router {
    /// Every route of the portal.
    static let portal = Router([
        Route(.get, "/", .anyone, "HomeRoutes.index", HomeRoutes.index),
        Route(.get, "/contact", .anyone, "HomeRoutes.contact", HomeRoutes.contact),

        Route(.get, "/login", .anyone, "SignInRoutes.new", SignInRoutes.new),
        Route(.post, "/login", .anyone, "SignInRoutes.create", isSlow: true, SignInRoutes.create),
        Route(.post, "/logout", .anyone, "SignInRoutes.destroy", SignInRoutes.destroy),
        Route(.get, "/first-login", .settingUp, "FirstLoginRoutes.edit", FirstLoginRoutes.edit),
        Route(.post, "/first-login", .settingUp, "FirstLoginRoutes.update", isSlow: true, FirstLoginRoutes.update),
        Route(.get, "/forgot-password", .anyone, "ForgotPasswordRoutes.new", ForgotPasswordRoutes.new),
        Route(.post, "/forgot-password", .anyone, "ForgotPasswordRoutes.create", ForgotPasswordRoutes.create),
        Route(.get, "/forgot-password/sent", .anyone, "ForgotPasswordRoutes.sent", ForgotPasswordRoutes.sent),
        Route(.get, "/reset-password/{token}", .anyone, "ResetPasswordRoutes.edit", ResetPasswordRoutes.edit),
        Route(.post, "/reset-password/{token}", .anyone, "ResetPasswordRoutes.update", isSlow: true, ResetPasswordRoutes.update),
        Route(.get, "/account/new", .anyone, "SignUpRoutes.new", SignUpRoutes.new),
        Route(.post, "/account/new", .anyone, "SignUpRoutes.create", isSlow: true, SignUpRoutes.create),
        Route(.get, "/account/new/sent", .anyone, "SignUpRoutes.sent", SignUpRoutes.sent),
        Route(.get, "/confirm-email/{token}", .anyone, "ConfirmationRoutes.edit", ConfirmationRoutes.edit),
        Route(.post, "/confirm-email/{token}", .anyone, "ConfirmationRoutes.update", ConfirmationRoutes.update),
        Route(.get, "/profile", .account(.view), "ProfileRoutes.edit", ProfileRoutes.edit),
        Route(
            .post, "/profile", .account(.view), "ProfileRoutes.update", isSlow: true, keepsForm: true,
            ProfileRoutes.update),
        Route(.post, "/profile/email/attempt", .account(.view), "EmailChangeRoutes.create", EmailChangeRoutes.create),
        Route(
            .post, "/profile/email/cancellation", .account(.view), "EmailChangeRoutes.destroy", EmailChangeRoutes.destroy),

        Route(.get, "/profile/sessions", .account(.view), "SessionRoutes.index", SessionRoutes.index),
        Route(.post, "/profile/sessions", .account(.view), "SessionRoutes.destroy", SessionRoutes.destroy),

        Route(.get, "/profile/activity", .account(.actAsCompany), "ActivityRoutes.index", ActivityRoutes.index),
        Route(.get, "/profile/companies", .account(.actAsCompany), "CompanyChoiceRoutes.index", CompanyChoiceRoutes.index),
        Route(.post, "/profile/companies", .account(.actAsCompany), "CompanyChoiceRoutes.create", CompanyChoiceRoutes.create),
        Route(.get, "/profile/members", .account(.manageMembers), "MemberRoutes.index", MemberRoutes.index),
        Route(.post, "/profile/members", .account(.manageMembers), "MemberRoutes.create", MemberRoutes.create),
        Route(
            .post, "/profile/members/{id}/invitation", .account(.manageMembers), "MemberRoutes.inviteAgain",
            MemberRoutes.inviteAgain),
        Route(.post, "/profile/members/{id}/right", .account(.manageMembers), "MemberRoutes.update", MemberRoutes.update),
        Route(.get, "/profile/members/{id}/removal", .account(.manageMembers), "MemberRoutes.edit", MemberRoutes.edit),
        Route(.post, "/profile/members/{id}/removal", .account(.manageMembers), "MemberRoutes.destroy", MemberRoutes.destroy),
        Route(.get, "/invitations/{token}", .anyone, "MemberAcceptanceRoutes.edit", MemberAcceptanceRoutes.edit),
        Route(
            .post, "/invitations/{token}", .anyone, "MemberAcceptanceRoutes.update", isSlow: true, MemberAcceptanceRoutes.update),

        Route(.get, "/dashboard", .account(.view), "DashboardRoutes.show", DashboardRoutes.show),

        Route(.get, "/permits", .anyone, "PermitSearchRoutes.index", PermitSearchRoutes.index),
        Route(.get, "/permits.csv", .anyone, "PermitSearchRoutes.download", PermitSearchRoutes.download),
        Route(.get, "/permits/link", .account(.linkPermits), "LinkRoutes.index", LinkRoutes.index),
        Route(.post, "/permits/link", .account(.linkPermits), "LinkRoutes.create", LinkRoutes.create),
        Route(.post, "/permits/{number}/links/{id}/removal", .anyone, "LinkRoutes.destroy", LinkRoutes.destroy),
        Route(.get, "/permits/{number}", .anyone, "PermitRoutes.show", PermitRoutes.show),
        Route(.get, "/permits/{number}/site", .anyone, "PermitRoutes.site", PermitRoutes.site),
        Route(.get, "/permits/{number}/contacts", .anyone, "PermitRoutes.contacts", PermitRoutes.contacts),
        Route(.get, "/permits/{number}/fees", .anyone, "PermitRoutes.fees", PermitRoutes.fees),
        Route(.get, "/permits/{number}/inspections", .anyone, "PermitRoutes.inspections", PermitRoutes.inspections),
        Route(.get, "/permits/{number}/conditions", .anyone, "PermitRoutes.conditions", PermitRoutes.conditions),
        Route(.get, "/permits/{number}/reviews", .anyone, "PermitRoutes.reviews", PermitRoutes.reviews),
        Route(.get, "/permits/{number}/attachments", .anyone, "AttachmentRoutes.index", AttachmentRoutes.index),
        Route(
            .get, "/permits/{number}/attachments/new", .account(.sendAttachments), "AttachmentRoutes.new", AttachmentRoutes.new),
        Route(
            .post, "/permits/{number}/attachments/new", .account(.sendAttachments), "AttachmentRoutes.create", takesFiles: true,
            AttachmentRoutes.create),
        Route(.get, "/permits/{number}/attachments/{id}", .anyone, "AttachmentRoutes.show", AttachmentRoutes.show),
        Route(
            .get, "/permits/{number}/attachments/{id}/removal", .anyone, "AttachmentRoutes.edit", AttachmentRoutes.edit),
        Route(
            .post, "/permits/{number}/attachments/{id}/removal", .anyone, "AttachmentRoutes.destroy", AttachmentRoutes.destroy),

        Route(
            .get, "/permits/{number}/inspections/new", .account(.requestInspections), "InspectionRoutes.new", InspectionRoutes.new
        ),
        Route(
            .post, "/permits/{number}/inspections/new", .account(.requestInspections), "InspectionRoutes.create", keepsForm: true,
            InspectionRoutes.create),
        Route(.get, "/inspections/{id}", .account(.view), "InspectionRoutes.show", InspectionRoutes.show),
        Route(
            .post, "/inspections/{id}/cancellation", .account(.requestInspections), "InspectionRoutes.destroy",
            InspectionRoutes.destroy),

        Route(.get, "/cart", .account(.pay), "CartRoutes.show", takesPayment: true, CartRoutes.show),
        Route(.post, "/cart", .account(.pay), "CartRoutes.update", takesPayment: true, CartRoutes.update),
        Route(.post, "/cart/records", .account(.pay), "CartRoutes.create", takesPayment: true, CartRoutes.create),
        Route(.get, "/checkout", .account(.pay), "CheckoutRoutes.show", takesPayment: true, CheckoutRoutes.show),
        Route(.post, "/checkout", .account(.pay), "CheckoutRoutes.create", takesPayment: true, CheckoutRoutes.create),
        Route(.get, "/payments/{reference}", .account(.pay), "PaymentRoutes.show", takesPayment: true, PaymentRoutes.show),
        Route(
            .post, "/payments/{reference}/cancellation", .account(.pay), "PaymentRoutes.destroy", takesPayment: true,
            PaymentRoutes.destroy),
        Route(
            .post, "/payments/notifications", .anyone, "PaymentRoutes.notification", isSigned: true, takesPayment: true,
            PaymentRoutes.notification),
        Route(.get, "/receipts", .account(.view), "ReceiptRoutes.index", takesPayment: true, ReceiptRoutes.index),
        Route(.get, "/receipts/{number}", .account(.view), "ReceiptRoutes.show", takesPayment: true, ReceiptRoutes.show),

        Route(.get, "/trial-provider", .anyone, "TrialProviderRoutes.show", takesPayment: true, TrialProviderRoutes.show),
        Route(
            .post, "/trial-provider", .anyone, "TrialProviderRoutes.create", isSigned: true, takesPayment: true,
            TrialProviderRoutes.create),

        Route(.get, "/admin/login", .anyone, "CounterSignInRoutes.new", CounterSignInRoutes.new),
        Route(.post, "/admin/login", .anyone, "CounterSignInRoutes.create", isSlow: true, CounterSignInRoutes.create),
        Route(.get, "/admin/login/code", .signInCode, "SignInCodeRoutes.new", SignInCodeRoutes.new),
        Route(.post, "/admin/login/code", .signInCode, "SignInCodeRoutes.create", isSlow: true, SignInCodeRoutes.create),
        Route(.get, "/admin/invitations/{token}", .anyone, "InvitationRoutes.edit", InvitationRoutes.edit),
        Route(.post, "/admin/invitations/{token}", .anyone, "InvitationRoutes.update", isSlow: true, InvitationRoutes.update),
        Route(.get, "/admin", .staff(.seeQueues), "CounterRoutes.show", CounterRoutes.show),
        Route(.get, "/admin/accounts", .staff(.manageAccounts), "AccountRoutes.index", AccountRoutes.index),
        Route(.get, "/admin/accounts/{id}", .staff(.manageAccounts), "AccountRoutes.show", AccountRoutes.show),
        Route(.post, "/admin/accounts/{id}/unlocking", .staff(.manageAccounts), "AccountRoutes.unlock", AccountRoutes.unlock),
        Route(.post, "/admin/accounts/{id}/sign-out", .staff(.manageAccounts), "AccountRoutes.signOut", AccountRoutes.signOut),
        Route(
            .post, "/admin/accounts/{id}/pin", .staff(.manageAccounts), "AccountRoutes.issuePIN", isSlow: true,
            AccountRoutes.issuePIN),
        Route(
            .post, "/admin/members/{id}/unlocking", .staff(.manageAccounts), "AccountRoutes.unlockMember",
            AccountRoutes.unlockMember),
        Route(
            .post, "/admin/permits/{number}/issuance", .staff(.issuePermits), "CounterRoutes.issue", CounterRoutes.issue),
        Route(
            .post, "/admin/inspections/{id}/assignment", .staff(.assignInspections), "CounterRoutes.assign", CounterRoutes.assign),
        Route(.get, "/admin/mail", .staff(.seeMail), "MailRoutes.index", MailRoutes.index),
        Route(.post, "/admin/mail/{id}/attempt", .staff(.seeMail), "MailRoutes.retry", MailRoutes.retry),

        Route(.get, "/admin/staff", .staff(.manageStaff), "StaffAccountRoutes.index", StaffAccountRoutes.index),
        Route(.get, "/admin/staff/new", .staff(.manageStaff), "StaffAccountRoutes.new", StaffAccountRoutes.new),
        Route(.post, "/admin/staff/new", .staff(.manageStaff), "StaffAccountRoutes.create", StaffAccountRoutes.create),
        Route(.get, "/admin/staff/{id}", .staff(.manageStaff), "StaffAccountRoutes.show", StaffAccountRoutes.show),
        Route(
            .post, "/admin/staff/{id}/role", .staff(.manageStaff), "StaffAccountRoutes.changeRole", StaffAccountRoutes.changeRole),
        Route(
            .post, "/admin/staff/{id}/invitation", .staff(.manageStaff), "StaffAccountRoutes.invite", StaffAccountRoutes.invite),
        Route(.post, "/admin/staff/{id}/unlocking", .staff(.manageStaff), "StaffAccountRoutes.unlock", StaffAccountRoutes.unlock),
        Route(
            .post, "/admin/staff/{id}/second-factor/removal", .staff(.manageStaff), "StaffAccountRoutes.resetSecondFactor",
            StaffAccountRoutes.resetSecondFactor),
        Route(
            .post, "/admin/staff/{id}/deactivation", .staff(.manageStaff), "StaffAccountRoutes.deactivate",
            StaffAccountRoutes.deactivate),
        Route(
            .post, "/admin/staff/{id}/reactivation", .staff(.manageStaff), "StaffAccountRoutes.reactivate",
            StaffAccountRoutes.reactivate),

        Route(.get, "/admin/profile", .staff(.keepOwnAccount), "StaffProfileRoutes.edit", StaffProfileRoutes.edit),
        Route(
            .post, "/admin/profile", .staff(.keepOwnAccount), "StaffProfileRoutes.update", isSlow: true, StaffProfileRoutes.update
        ),
        Route(.get, "/admin/profile/sessions", .staff(.keepOwnAccount), "SessionRoutes.index", SessionRoutes.index),
        Route(.post, "/admin/profile/sessions", .staff(.keepOwnAccount), "SessionRoutes.destroy", SessionRoutes.destroy),
        Route(.get, "/admin/profile/second-factor", .ownSecondFactor, "SecondFactorRoutes.edit", SecondFactorRoutes.edit),
        Route(
            .post, "/admin/profile/second-factor", .ownSecondFactor, "SecondFactorRoutes.update", isSlow: true,
            SecondFactorRoutes.update),
        Route(
            .post, "/admin/profile/second-factor/confirmation", .ownSecondFactor, "SecondFactorRoutes.confirm", isSlow: true,
            SecondFactorRoutes.confirm),
    ])
}

/// A route and its handler, for `permit-portal routes`.
public enum RouteList {
    public static var lines: [String] {
        Router.portal.routes.map { route in
            let method = route.method.name + String(repeating: " ", count: max(0, 5 - route.method.name.utf8.count))
            let pattern = route.pattern + String(repeating: " ", count: max(1, 44 - route.pattern.utf8.count))
            return method + pattern + route.name
        }
    }
}
