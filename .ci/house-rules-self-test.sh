# The self-test of .ci/house-rules: a tree in which all is well, then one with every fault.
# shellcheck shell=bash
. "$here/self-test.sh"

lines() { awk -v count="$1" 'BEGIN { for (n = 1; n <= count; n++) print "// " n }'; }
portal_page() { write "Sources/Portal/$1Page.swift" "struct Page { static let template = \"$2\" }"; }

# --- all is well

tree
unescaped=$'Templates/Layout.mustache content'
markup_makers=Sources/Portal/Markup.swift
write README.md 'See https://example.org/home/page and src/root/x, the todo list and XXXL.'
write .gitignore '*.log'
write build.log "/ro""ot/secret"
write Sources/HTTP/Good.swift '// try! and as! and fatalError( and x!' 'let text = "try! x! as! fatalError(" + #"a"b!"# + "\(a != b)"' \
    'let more = !text.isEmpty && text != "" && (!a || [!b] == c)' '/* fatalError() /* nested */ x! */' '#if !os(Linux)' '#endif' \
    'let page = """' '    try! it, now!' '    """' 'let hint = "Select a permit; update your address; delete from the cart"'
write Sources/PermitPortal/Start.swift 'let port = arguments.first!'
write Sources/HTTP/Because.swift '// because the lock in front of it is held' 'final class A: @unchecked Sendable {}' \
    'nonisolated(unsafe) var b = 0  // because only one thread writes' '/// because its owner outlives it,' '/// as the test shows' \
    'unowned let owner: A' \
    '/// A queue.' '///' '/// `@unchecked Sendable` because it is serial.' 'final class C: @unchecked Sendable {}'
write Sources/Storage/Stores.swift 'let text = "SELECT 1"'
write Sources/Portal/Markup.swift 'let rule = "<hr>"'
write Sources/Portal/Plain.swift 'let text = "From: Ada <ada@example.org>, 1 < 2"'
write Sources/Portal/ErrorPage.swift 'struct ErrorPage { static let template = "Error" }'
portal_page Permits/Show Permits/Show
write Templates/Permits/Show.mustache '{{> Parts/Head}}{{name}} {{ address }}'
write Templates/Parts/Head.mustache '<h1>{{title}}</h1>'
write Templates/Error.mustache 'Sorry'
write Templates/Layout.mustache '{{{content}}}{{& content }}'
write Tests/PortalTests/Permits/ShowTests.swift '@Test func `nobody may sleep (here), 5" of "//evil" are .disabled()`() { account.disabled(at: now) }'
write Tests/Soak/soak.py 'time.sleep(1)'
lines 250 >Sources/HTTP/Long.swift
write Public/portal.css '/* small */'
expect_clean house_rules

lines 251 >Sources/HTTP/Long.swift
if [ "$(house_rules)" != 'Sources/HTTP/Long.swift: hint: 251 lines; more than 250 wants a reason' ]; then
    complain 'house_rules gives no hint, or fails over one' "$(house_rules || true)"
fi

# --- every fault

tree
unescaped="" markup_makers=""
write Notes.md 'hello'
expect Notes.md:1 'at the top there is only'
write Docs/a.md 'hello' && write Docs/b.md 'hello'
expect Docs:1 'at the top there is only'
write 'Sources/HTTP/Two words.swift' 'let a = 1'
expect 'Sources/HTTP/Two words.swift:1' 'a file name is letters'

write Sources/HTTP/Traps.swift 'try! run()' 'fatalError("no")' 'let a = b as! C' 'let a = b!' 'b[0]!.c()' 'f()!' 'var a: Int!' \
    'let t = "\(b!)"' 'let t = "x"!' 'a! += 1' 'let x = try! y!' 'let page = """' '    \(b!)' '    """' 'fatalError ()'
expect Sources/HTTP/Traps.swift:1 'try!'
expect Sources/HTTP/Traps.swift:2 'fatalError'
expect Sources/HTTP/Traps.swift:3 'as!'
for line in 4 5 6 7 8 9 10 11 13; do expect "Sources/HTTP/Traps.swift:$line" 'forced unwrap'; done
expect Sources/HTTP/Traps.swift:11 'try!'
expect Sources/HTTP/Traps.swift:15 'fatalError'

write Sources/HTTP/Promises.swift 'final class A: @unchecked Sendable {}' '// It is safe.' 'nonisolated(unsafe) var b = 0' \
    '// because of something else' '' 'unowned let a: A' '// because it is so' 'let c = 1' 'let d = { [unowned self] in }'
for line in 1 3 6 9; do expect "Sources/HTTP/Promises.swift:$line" 'begins with "because"'; done
write Tests/HTTPTests/Promises.swift 'nonisolated(unsafe) var b = 0'
expect Tests/HTTPTests/Promises.swift:1 'begins with "because"'

write Sources/Portal/Tables.swift 'let a = "SELECT 1"' 'let a = """' '    UPDATE permits' '    SET status = 1' '    """' \
    'let a = "INSERT OR IGNORE INTO permit"' 'let a = #"DELETE FROM permit"#' 'let a = "CREATE TABLE t (x)"' 'let a = """' '    SELECT' '    """'
for line in 1 3 6 7 8 10; do expect "Sources/Portal/Tables.swift:$line" 'SQL lives in Storage'; done
write Sources/Permitting/Rule.swift 'let a = "SELECT * FROM permit"'
expect Sources/Permitting/Rule.swift:1 'SQL lives in Storage'

write Sources/Portal/Tags.swift 'let a = "<div class=x>"' 'let a = "a</b>"' 'let a = "<br>"' 'let a = "<!DOCTYPE html>"' 'let a = "a&nbsp;b"'
for line in 1 2 3 4 5; do expect "Sources/Portal/Tags.swift:$line" 'markup lives in Templates'; done

write Public/portal.js "// TO""DO: later" "// FIX""ME" "x // XX""X"
for line in 1 2 3; do expect "Public/portal.js:$line" 'finish it'; done
write Agencies/paths.json "\"/ro""ot/a\"" "\"/ho""me/a\"" "/tm""p/wt" "(/wo""rk/shared/x)"
for line in 1 2 3 4; do expect "Agencies/paths.json:$line" 'a path of one machine'; done

write Tests/HTTPTests/Slow.swift 'sleep(1)' 'try await Task.sleep(for: .seconds(1))' 'Thread.sleep(forTimeInterval: 1)' 'usleep (5)' \
    'queue.asyncAfter(deadline: .now()) {}'
for line in 1 2 3 4 5; do expect "Tests/HTTPTests/Slow.swift:$line" 'a test that sleeps'; done
write Tests/HTTPTests/Skipped.swift '@Test(.disabled("broken"))' '@Test(.enabled(if: fast))' 'withKnownIssue {}' '// @Test func a() {}' \
    '@Suite(.disabled())' '@Test(.disabled(if: slow))'
for line in 1 2 3 4 5 6; do expect "Tests/HTTPTests/Skipped.swift:$line" 'proves nothing'; done
write Tests/Browser/test_slow.py 'time.sleep(1)' 'page.wait_for_timeout(500)' '@pytest.mark.skip' 'pytest.skip("no")' '@pytest.mark.xfail' \
    '# def test_a():' '@unittest.skip'
for line in 1 2; do expect "Tests/Browser/test_slow.py:$line" 'a test that sleeps'; done
for line in 3 4 5 6 7; do expect "Tests/Browser/test_slow.py:$line" 'proves nothing'; done

write Templates/Layout.mustache '{{{content}}}' '{{& name}} {{name}}' '{{&name}}'
for line in 1 2 3; do expect "Templates/Layout.mustache:$line" 'unescaped'; done

portal_page Fees/Index Fees/Indx
expect Sources/Portal/Fees/IndexPage.swift:1 'there is no Templates/Fees/Indx.mustache'
expect Sources/Portal/Fees/IndexPage.swift:1 'have no tests in Tests/PortalTests/Fees'
portal_page Carts/Show Permits/Show
expect Sources/Portal/Carts/ShowPage.swift:1 'has its template in Templates/Carts'
write Templates/Permits/Show.mustache 'shown by a page of another feature'
write Tests/PortalTests/Carts/ShowTests.swift '// tests'
write Sources/Portal/Carts/NewPage.swift 'struct NewPage {}'
expect Sources/Portal/Carts/NewPage.swift:1 'a page names its template'
write Templates/Carts/Edit.mustache 'nobody shows me'
expect Templates/Carts/Edit.mustache:1 'no page names this template'

lines 401 >Sources/HTTP/Endless.swift
expect Sources/HTTP/Endless.swift:401 '400 is the end'
lines 401 >Public/endless.js
expect Public/endless.js:401 '400 is the end'
lines 701 >Public/portal.css
expect Public/portal.css:701 '700 is the end'

expect_findings house_rules
self_test_sum house-rules
